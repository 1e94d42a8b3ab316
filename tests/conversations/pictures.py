"""Small real pictures, each with bytes of its own."""

import struct
import zlib


def png(shade: int, side: int = 8) -> bytes:
    """A square of one colour."""
    rows = b"".join(b"\0" + bytes((shade % 256, 90, 160)) * side for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
