"""Looks at a picture that was received: small, grey, upright."""

import struct
from io import BytesIO
from typing import Final

from core.finding.sights import sight_of
from core.model.evidence import Evidence, Kind

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
# of a JPEG, by whatever name, only every eighth point is decoded, of the others each
_MOST_OF_A_JPEG: Final = 100_000_000
_MOST_POINTS: Final = {"PNG": 16_000_000, "WEBP": 16_000_000}
# whatever a broken or forged picture makes the library raise; `Warning`, where warnings are errors
_BROKEN: Final = (
    *(OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError),
    *(MemoryError, struct.error, Warning),
)
_ENOUGH: Final = (256, 256)
_GRID: Final = (17, 16)


def is_picture(piece: Evidence) -> bool:
    """Whether it can be one: a photo, or a picture that was sent as a file."""
    return piece.kind is Kind.PHOTO or piece.mime.startswith("image/")


def look_at(content: bytes) -> str:
    """Its sight; empty for what is no picture, is broken, too large, or shows nothing."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - large, and not needed to start

    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_POINTS.get(str(picture.format), _MOST_OF_A_JPEG):
                return ""
            picture.draft("L", _ENOUGH)
            picture.thumbnail(_ENOUGH)
            grey = ImageOps.exif_transpose(picture).convert("L").resize(_GRID, Image.Resampling.LANCZOS)
            return sight_of(grey.tobytes())
    except (*_BROKEN, Image.DecompressionBombError):
        return ""
