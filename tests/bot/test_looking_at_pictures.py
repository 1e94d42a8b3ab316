"""A picture is known again when another phone sends it; what is none is looked at without harm."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.evidence.looking import is_picture, look_at
from core.finding.sights import looks_same, sight_tags
from core.model.evidence import Evidence, Holder, Kind, Storing
from tests.conversations.pictures import png
from tests.conversations.scenery import scene, sent
from tests.make import NOW

PIECE = Evidence(
    holder=Holder.CASE,
    holder_id=1,
    kind=Kind.PHOTO,
    storing=Storing.TO_FETCH,
    chat_id=1,
    message_id=1,
    received_by=1,
    received_at=NOW,
)
SMALL = [sent(scene(one, (80, 60)), as_) for one, as_ in enumerate(("JPEG", "PNG", "WEBP"))]


def turned(picture: Image.Image) -> bytes:
    """Lying on its side, with a note of how to hold it."""
    note = Image.Exif()
    note[0x0112] = 6
    return sent(picture.rotate(90, expand=True), exif=note)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_picture_compressed_made_smaller_or_turned_is_known_again(seed: int) -> None:
    picture = scene(seed)
    first = look_at(sent(picture, quality=92))

    others = [
        sent(picture, quality=40),
        sent(picture.resize((720, 960)), quality=75),
        sent(picture.resize((480, 640)), "PNG"),
        sent(picture, "WEBP", quality=60),
        turned(picture),
    ]

    for other in map(look_at, others):
        assert looks_same(first, other)
        assert set(sight_tags(first)) & set(sight_tags(other))


def test_other_pictures_look_otherwise() -> None:
    sights = [look_at(sent(scene(seed, (240, 320)))) for seed in range(8)]

    assert not any(looks_same(one, other) for one in sights for other in sights if one is not other)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", png(3), sent(scene(1, (80, 60)))[:200]])
def test_what_is_no_picture_is_cut_off_or_shows_nothing_has_no_sight(content: bytes) -> None:
    assert look_at(content) == ""


@pytest.mark.parametrize("side", [5_000, 12_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_not_opened(side: int) -> None:
    content = bytearray(png(3))
    content[16:24] = struct.pack(">II", side, side)

    assert look_at(bytes(content)) == ""


def test_a_photo_of_two_pictures_in_one_file_is_looked_at() -> None:
    kept = BytesIO()
    picture = scene(1)
    picture.save(kept, "MPO", save_all=True, append_images=[scene(2)])

    assert looks_same(look_at(kept.getvalue()), look_at(sent(picture)))


@given(st.sampled_from(SMALL), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=8))
def test_a_forged_picture_does_no_harm(content: bytes, changes: list[tuple[int, int]]) -> None:
    forged = bytearray(content)
    for place, value in changes:
        forged[place % len(forged)] = value

    assert len(look_at(bytes(forged))) in (0, 64)


def test_photos_and_pictures_sent_as_files_are_looked_at_and_nothing_else() -> None:
    assert is_picture(PIECE)
    assert is_picture(replace(PIECE, kind=Kind.DOCUMENT, mime="image/png"))
    assert not is_picture(replace(PIECE, kind=Kind.DOCUMENT, mime="application/pdf"))
    assert not is_picture(replace(PIECE, kind=Kind.VIDEO, mime="video/mp4"))
