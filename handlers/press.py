"""What a button sends when it is pressed."""

from dataclasses import dataclass

from handlers.numbers import is_number


@dataclass(frozen=True, slots=True)
class Press:
    """A parsed callback: `verb:id:version[:arg]`; `shown_on` is the message the button stands under."""

    verb: str
    id: int
    version: int
    arg: str = ""
    callback_id: str = ""
    shown_on: int = 0


def press_from(data: str, callback_id: str, shown_on: int) -> Press | None:
    """The press in that callback data; None if it is not ours (forged or from another age)."""
    verb, number, version, arg = (*data.split(":", 3), "", "", "")[:4]
    if not (is_number(number) and is_number(version)):
        return None
    return Press(verb, int(number), int(version), arg, callback_id, shown_on)
