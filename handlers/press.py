"""What a button sends when it is pressed."""

from dataclasses import dataclass


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
    parts = data.split(":", 3)
    if len(parts) < len(("verb", "id", "version")) or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return None
    if not (parts[1].isascii() and parts[2].isascii() and max(len(parts[1]), len(parts[2])) <= len("9" * 18)):
        return None
    return Press(parts[0], int(parts[1]), int(parts[2]), "".join(parts[3:]), callback_id, shown_on)
