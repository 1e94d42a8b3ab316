"""The rig sees an effect that is lost or doubled, in the books or out of them, and a file that is not whole."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox.world import World
from tests.soak.books import Books
from tests.soak.counting import counted

TABLES = """
    create table log (case_id, act);
    create table parties (case_id);
    create table decisions (case_id);
    create table notices (case_id);
    create table evidence (holder_id, holder, kind, sha256);
    create table inbox (state, tries);
    create table outbox (state);
"""
PHOTO = b"photo"
SHA256 = hashlib.sha256(PHOTO).hexdigest()
ALL_RIGHT = tuple((case, act) for case in (1, 2, 3) for act in ("opened", "booked"))


@pytest.mark.parametrize(
    ("acts", "lost", "doubled"),
    [
        (ALL_RIGHT, 0, 0),
        (ALL_RIGHT[1:], 1, 0),
        ((*ALL_RIGHT, (2, "opened")), 0, 1),
        ((*ALL_RIGHT, (2, "booked")), 0, 1),
        (ALL_RIGHT[:-1], 1, 0),
    ],
)
def test_every_effect_is_wanted_once(
    world: World, tmp_path: Path, acts: tuple[tuple[int, str], ...], lost: int, doubled: int
) -> None:
    keep(tmp_path, acts, PHOTO)

    counts = {count.name: count.found for count in counted(books(), world, tmp_path, 0)}

    assert (counts["effects lost"], counts["effects doubled"]) == (lost, doubled)


def test_a_file_that_is_not_whole_is_lost(world: World, tmp_path: Path) -> None:
    keep(tmp_path, ALL_RIGHT, b"pho")

    assert {count.name for count in counted(books(), world, tmp_path, 0) if not count.is_right} == {
        "effects lost"
    }


def books() -> Books:
    kept = Books()
    for case in (1, 2, 3):
        kept.caused(case, "opened")
    kept.kept(1, SHA256)
    kept.caused(1, "a photo")
    return kept


def keep(folder: Path, acts: tuple[tuple[int, str], ...], content: bytes) -> None:
    with closing(sqlite3.connect(folder / "gongdao.sqlite3")) as company:
        company.executescript(TABLES)
        company.executemany("insert into log values (?, ?)", acts)
        company.execute("insert into evidence values (1, 'case', 'photo', ?)", (SHA256,))
        company.commit()
    place = folder / "evidence" / SHA256[:2]
    place.mkdir(parents=True)
    (place / SHA256).write_bytes(content)
