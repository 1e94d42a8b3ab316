from typing import Literal

import pytest
from playwright.async_api import Page

from tests.browser.stage import Stage, open_page

pytestmark = pytest.mark.browser
ENOUGH_FOR_TEXT = 4.5
ENOUGH_FOR_EDGES = 3.0
TEXTS = [
    *(("text", ground) for ground in ("surface", "own", "ground", "chosen", "hover", "raised")),
    *(("muted", ground) for ground in ("surface", "own", "ground", "chosen", "hover")),
    *(("accent-text", ground) for ground in ("surface", "own", "hover")),
    *((f"tint-{number}", "surface") for number in range(6)),
    ("on-accent", "accent"),
    ("on-style", "primary"),
    ("on-style", "success"),
    ("on-style", "danger"),
    ("on-hint", "hint"),
    ("on-toast", "toast"),
    ("warn", "surface"),
    ("warn", "chosen"),
]
EDGES = [("edge", "surface"), ("accent", "surface"), ("accent", "ground")]
COLOUR = """name => {
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""


def luminance(colour: list[int]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [value / 255 for value in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: list[int], other: list[int]) -> float:
    """Between 1 and 21, whichever is lighter."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_what_they_stand_on(
    page: Page, stage: Stage, scheme: Literal["light", "dark"]
) -> None:
    await page.emulate_media(color_scheme=scheme)
    await open_page(page, stage.url)

    async def measured(pair: tuple[str, str]) -> float:
        return contrast(await page.evaluate(COLOUR, pair[0]), await page.evaluate(COLOUR, pair[1]))

    faint = [pair for pair in TEXTS if await measured(pair) < ENOUGH_FOR_TEXT]
    faint += [pair for pair in EDGES if await measured(pair) < ENOUGH_FOR_EDGES]
    assert faint == []
