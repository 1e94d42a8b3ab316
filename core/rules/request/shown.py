"""How a value of a request is shown in a fault: as it was written, on one line, cut where it is long."""

import json
from dataclasses import dataclass
from typing import Final

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Float:
    """A number with a point or an exponent, NaN or an infinity: no reader takes it, all show it as written."""

    text: str

    def __str__(self) -> str:
        return self.text


def shown(value: object) -> str:
    """Show a found value or a key as JSON would; plain texts without quotes."""
    if isinstance(value, Float):
        text = str(value)
    elif isinstance(value, str) and value.isprintable() and value and value.strip() == value:
        text = value
    else:
        text = _as_json(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _as_json(value: object) -> str:
    try:
        return json.dumps(value, default=str)
    except (RecursionError, ValueError):
        return "…"
