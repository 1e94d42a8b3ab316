"""Plain numbers as they are typed: whole ones, and decimals to be kept as they are."""

import re
from typing import Final

_WHOLE: Final = re.compile(r"\d{1,9}")
_DECIMAL: Final = re.compile(r"\d{1,12}(\.\d{1,6})?")


def count_in(typed: str) -> int | None:
    """The whole number, of nine digits at most and without sign; None for anything else."""
    return int(typed) if _WHOLE.fullmatch(typed) else None


def decimal_in(typed: str) -> str | None:
    """The decimal as it stands there, with at most twelve digits before the point and six behind; else None."""
    return typed if _DECIMAL.fullmatch(typed) else None
