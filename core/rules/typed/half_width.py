"""Full-width digits and signs as their half-width twins, one for one, so that places in the text stay true."""

from typing import Final

_FIRST: Final = ord("！")
_LAST: Final = ord("～")
_SHIFT: Final = ord("！") - ord("!")
_TWINS: Final = {mark: mark - _SHIFT for mark in range(_FIRST, _LAST + 1)} | {
    ord("　"): " ",
    ord("￥"): "¥",
    ord("\u00a0"): " ",
    ord("−"): "-",
}


def half_width(text: str) -> str:
    """The text with full-width forms narrowed; its length does not change."""
    return text.translate(_TWINS)
