"""The one place that judges what Telegram answers: permanent, temporary, migrated, or nothing to worry about."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

SILENT = ("message is not modified", "query is too old", "query id is invalid")
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
TOO_LONG = ("message is too long", "message_too_long", "text is too long")
NO_CHAT = ("chat not found", "user is deactivated", "peer_id_invalid")
# a token that is refused is mended in the settings; until then nothing is given up
TOKEN_REFUSED_WAIT = 30.0


class Fate(Enum):
    """What to do with a call that failed."""

    AGAIN = auto()
    DROP = auto()
    SEND_ANEW = auto()
    SEND_AS_FILE = auto()
    UNREACHABLE = auto()
    MIGRATED = auto()
    FAILED = auto()


REFUSALS = {
    Fate.DROP: SILENT,
    Fate.SEND_ANEW: GONE,
    Fate.SEND_AS_FILE: TOO_LONG,
    Fate.UNREACHABLE: NO_CHAT,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fate, with the wait that Telegram asked for and the chat's new id where they belong to it."""

    fate: Fate
    wait: float | None = None
    new_chat_id: int = 0


def verdict_on(fault: TelegramError) -> Verdict:
    """What to do after that fault."""
    if isinstance(fault, RetryAfter):
        return Verdict(Fate.AGAIN, wait=_seconds(fault.retry_after))
    if isinstance(fault, ChatMigrated):
        return Verdict(Fate.MIGRATED, new_chat_id=fault.new_chat_id)
    if isinstance(fault, Forbidden):
        return Verdict(Fate.UNREACHABLE)
    if isinstance(fault, BadRequest):
        return Verdict(_fate_of_refusal(str(fault).lower()))
    return Verdict(Fate.AGAIN, wait=TOKEN_REFUSED_WAIT if isinstance(fault, InvalidToken) else None)


def _fate_of_refusal(words: str) -> Fate:
    fates = (fate for fate, wordings in REFUSALS.items() if any(said in words for said in wordings))
    return next(fates, Fate.FAILED)


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
