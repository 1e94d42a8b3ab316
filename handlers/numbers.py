"""Numbers in what a button sends; a forged button names nothing."""

from core.errors import NoSuchThing


def number_in(text: str) -> int:
    """The number; NoSuchThing for anything else."""
    if not (text.isascii() and text.isdecimal()):
        raise NoSuchThing("thing_unknown")
    return int(text)
