import struct

import pytest

from bot.sandbox.picture_size import picture_size
from tests.sandbox.caller import PIXEL

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640) + b"\x03"
LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(10) + struct.pack("<HH", 640, 480)
EXTENDED = (
    b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PIXEL, (1, 1)),
        (b"GIF89a" + struct.pack("<HH", 640, 480), (640, 480)),
        (JPEG, (640, 480)),
        (LOSSY, (640, 480)),
        (EXTENDED, (640, 480)),
    ],
)
def test_a_picture_tells_its_size(data: bytes, size: tuple[int, int]) -> None:
    assert picture_size(data) == size


@pytest.mark.parametrize(
    "data", [b"", b"%PDF", PIXEL[:20], JPEG[:10], LOSSY[:16], b"RIFF\x00\x00\x00\x00WEBPVP8L"]
)
def test_what_is_cut_off_or_no_picture_has_none(data: bytes) -> None:
    assert picture_size(data) is None
