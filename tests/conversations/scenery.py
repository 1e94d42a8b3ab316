"""Pictures with something to be seen, and the same picture as phones send it."""

import random
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter


def scene(seed: int, size: tuple[int, int] = (960, 1280)) -> Image.Image:
    """Sixty blurred discs; each seed another picture."""
    dice = random.Random(seed)  # noqa: S311 - the same picture every time
    picture = Image.new("RGB", size, (90, 160, 120))
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        left, top = dice.randrange(size[0]), dice.randrange(size[1])
        wide, high = dice.randrange(20, size[0] // 2), dice.randrange(20, size[1] // 2)
        draw.ellipse((left, top, left + wide, top + high), fill=tuple(dice.randrange(256) for _ in range(3)))
    return picture.filter(ImageFilter.GaussianBlur(4))


def sent(picture: Image.Image, as_: str = "JPEG", **how: Any) -> bytes:
    """Its bytes in that format."""
    kept = BytesIO()
    options: Mapping[str, Any] = how
    picture.save(kept, as_, **options)
    return kept.getvalue()
