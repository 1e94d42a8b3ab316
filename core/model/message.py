"""What the bot says, before words: a template, what fills it, and its buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Urgency(IntEnum):
    """The order in which waiting messages leave: the lower first."""

    ANSWER = 0
    URGENT = 1
    NOTICE = 2
    CARD = 3
    DIGEST = 4


@dataclass(frozen=True, slots=True)
class Button:
    """One button. `label` is a key of strings.toml; `text` stands in where the label is data (a name, a rate).

    A press sends `verb:id:version[:arg]`, at most 64 bytes; `copy` makes it a copy button instead.
    """

    label: str
    verb: str = ""
    id: int = 0
    version: int = 0
    arg: str = ""
    text: str = ""
    copy: str = ""
    style: str = ""

    def pressed(self) -> str:
        """The callback data of this button."""
        parts = [self.verb, str(self.id), str(self.version)]
        return ":".join([*parts, self.arg] if self.arg else parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message to be rendered in the reader's language.

    `card` names a living message: the next message with the same card edits it in place. `once` makes sure that
    a reminder with this key is never queued a second time. `files` are evidence ids to show beneath. A living
    message that `is_moved` is sent anew at the end of the chat, and lives on there.
    """

    template: str
    data: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[tuple[Button, ...], ...] = ()
    card: str = ""
    once: str = ""
    urgency: Urgency = Urgency.ANSWER
    files: tuple[int, ...] = ()
    is_moved: bool = False
