"""A row of the outbox on its way, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a row stands; only `waiting` rows are sent."""

    WAITING = "waiting"
    SENT = "sent"
    REPLACED = "replaced"
    DROPPED = "dropped"
    UNREACHABLE = "unreachable"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One call of the Bot API that waits; `payload` is its parameters as JSON, without the chat."""

    id: int
    chat_id: int
    method: str
    payload: str
    card: str
    once: str | None
    urgency: int
    person_id: int | None
    case_id: int | None
    notice_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it. `message_id` is the message that now stands in the chat; `moved_to` the chat's new id."""

    row: Outgoing
    state: State
    message_id: int | None = None
    fault: str = ""
    wait: float | None = None
    moved_to: int = 0
