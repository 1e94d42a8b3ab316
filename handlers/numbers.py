"""Numbers in what a button sends; a forged button names nothing."""

from typing import Final

from core.errors import NoSuchThing
from core.model.number_text import is_number

# digits that always fit into a column of the database
_LONGEST: Final = 18


def number_in(text: str) -> int:
    """The number; NoSuchThing for anything else."""
    if not is_number(text, _LONGEST):
        raise NoSuchThing("thing_unknown")
    return int(text)


def page_in(text: str) -> int:
    """The page, counted from 0; the first for anything else."""
    return int(text) if is_number(text, _LONGEST) else 0
