"""A percent as people type it: 65, 65%, ６５％."""

import re
from typing import Final

from core.errors import NotAllowed
from core.rules.typed.half_width import half_width

_PERCENT: Final = re.compile(r"(?P<figure>\d{1,3}(?:\.\d{1,4})?)\s*%?")


def percent_in(text: str) -> str:
    """The percent as plain text without sign; NotAllowed `percent_unreadable` for anything else."""
    match = _PERCENT.fullmatch(half_width(text).strip())
    if match is None:
        raise NotAllowed("percent_unreadable", text=text)
    return match["figure"]
