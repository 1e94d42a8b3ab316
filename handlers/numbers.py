"""Numbers in what a button sends; a forged button names nothing."""

from typing import Final

from core.errors import NoSuchThing

# what fits into a column of the database
_LONGEST: Final = len("9" * 18)


def number_in(text: str) -> int:
    """The number; NoSuchThing for anything else."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST):
        raise NoSuchThing("thing_unknown")
    return int(text)
