"""Names as buttons carry them: a press has room for 64 bytes, and a rulebook's names may be longer."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

_LONGEST: Final = 16
_OF_HASH: Final = 8
_MARK: Final = "~"


def short(name: str) -> str:
    """The name, or what fits of it and a few digits of its hash; of at most 16 characters."""
    if len(name) <= _LONGEST:
        return name
    head = name[: _LONGEST - _OF_HASH - len(_MARK)]
    return f"{head}{_MARK}{sha256(name.encode()).hexdigest()[:_OF_HASH]}"


def name_meant(pressed: str, names: Iterable[str]) -> str:
    """The one of these names that a button carried, short or whole; what it carried where it is none of them."""
    return next((name for name in names if pressed in (name, short(name))), pressed)
