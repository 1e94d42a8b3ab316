"""What a button sends when it is pressed."""

from dataclasses import dataclass

from core.errors import NoSuchThing
from handlers.numbers import number_in


@dataclass(frozen=True, slots=True)
class Press:
    """A parsed callback: `verb:id:version[:arg]`."""

    verb: str
    id: int
    version: int
    arg: str = ""


def press_from(data: str) -> Press | None:
    """The press in that callback data; None if it is not ours (forged or from another age)."""
    verb, number, version, arg = (*data.split(":", 3), "", "", "")[:4]
    try:
        return Press(verb, number_in(number), number_in(version), arg)
    except NoSuchThing:
        return None
