"""What the bot itself must know of a sealed update: what is wanted, of which tip, and where to answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import TypeAdapter

from bot.tips.seen import FileSeen


class Intent(StrEnum):
    """What an update of a tip wants; an addition goes to the tip it replies to, whatever is being written now."""

    BEGIN = "begin"
    PIECE = "piece"
    ADDITION = "addition"
    SEND = "send"
    DROP = "drop"
    IN_GROUP = "in_group"
    STRANGER = "stranger"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Kept under the bot's own key until the update is handled; `tip` is empty where there is none.

    `was_kept`: some of it was kept in clear before; `is_quiet`: it is such a part, and not answered.
    """

    intent: Intent
    tip: str
    chat: int
    callback: str = ""
    album: str = ""
    has_content: bool = False
    file: FileSeen | None = None
    was_kept: bool = False
    is_quiet: bool = False


ROUTES: Final = TypeAdapter(Route)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A sealed update in the inbox: the route under the bot's own key, the content under the tip key (or empty)."""

    route: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enveloped:
    """How an envelope stands in the inbox, in place of the update."""

    tip: Envelope


# by this the inbox knows it
ENVELOPE: Final = "tip"
ENVELOPED: Final = TypeAdapter(Enveloped)
