"""Numbers in what a button sends; a forged button names nothing."""

from typing import Final

from core.errors import NoSuchThing

# digits that always fit into a column of the database
_LONGEST: Final = 18


def is_number(text: str) -> bool:
    """Whether that is a number as our buttons write them: plain digits, no sign, not too many."""
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST


def number_in(text: str) -> int:
    """The number; NoSuchThing for anything else."""
    if not is_number(text):
        raise NoSuchThing("thing_unknown")
    return int(text)
