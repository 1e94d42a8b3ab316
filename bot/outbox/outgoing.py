"""A row of the outbox on its way, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic_core import from_json

ANSWER = "answerCallbackQuery"
EDIT = "editMessageText"
ALBUM = "sendMediaGroup"

Lane = tuple[int, int]


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
    """One call of the Bot API that waits; `payload` is its parameters as JSON, without the chat.

    `tries` counts how often Telegram would not take it while it took other messages.
    """

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
    tries: int = 0

    @property
    def lane(self) -> Lane:
        """Rows of one lane leave one after the other: a chat's messages; the answer to a press waits for nothing."""
        return (self.chat_id, self.id if self.method == ANSWER else 0)

    @property
    def is_message(self) -> bool:
        """Whether Telegram's limits count it."""
        return self.method != ANSWER

    @property
    def is_repeatable(self) -> bool:
        """Whether doing it a second time changes nothing that a person sees."""
        return self.method in (ANSWER, EDIT)

    @property
    def messages(self) -> int:
        """As how many messages it counts: an album as many as it shows."""
        return len(from_json(self.payload)["media"]) if self.method == ALBUM else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it. `message_id` is the message that now stands in the chat; `moved_to` the chat's new id.

    One that waits on may have a `wait` that Telegram asked for, in seconds; `is_counted` if its tries went up;
    `is_anew` if the row is to leave as another call, since what it wanted to edit is gone.
    """

    row: Outgoing
    state: State
    message_id: int | None = None
    fault: str = ""
    wait: float | None = None
    moved_to: int = 0
    is_counted: bool = False
    is_anew: bool = False

    @property
    def is_news(self) -> bool:
        """Whether the database must know of it."""
        return self.state is not State.WAITING or self.moved_to != 0 or self.is_counted
