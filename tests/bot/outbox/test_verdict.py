"""Telegram's faults are told apart."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.outbox.verdict import TOKEN_REFUSED_WAIT, Fate, Verdict, verdict_on


@pytest.mark.parametrize(
    ("fault", "verdict"),
    [
        (RetryAfter(17), Verdict(Fate.AGAIN, wait=17.0)),
        (ChatMigrated(-1002), Verdict(Fate.MIGRATED, new_chat_id=-1002)),
        (TimedOut(), Verdict(Fate.AGAIN)),
        (NetworkError("Bad Gateway"), Verdict(Fate.AGAIN)),
        (Conflict("terminated by other getUpdates request"), Verdict(Fate.AGAIN)),
        (InvalidToken(), Verdict(Fate.AGAIN, wait=TOKEN_REFUSED_WAIT)),
        (Forbidden("Forbidden: bot was blocked by the user"), Verdict(Fate.UNREACHABLE)),
        (BadRequest("Chat not found"), Verdict(Fate.UNREACHABLE)),
        (BadRequest("Message is not modified: specified new message content"), Verdict(Fate.DROP)),
        (
            BadRequest("Query is too old and response timeout expired or query id is invalid"),
            Verdict(Fate.DROP),
        ),
        (BadRequest("Message to edit not found"), Verdict(Fate.SEND_ANEW)),
        (BadRequest("Can't parse entities: unsupported start tag"), Verdict(Fate.FAILED)),
        (TelegramError("whatever comes next"), Verdict(Fate.AGAIN)),
    ],
)
def test_each_fault_has_its_fate(fault: TelegramError, verdict: Verdict) -> None:
    assert verdict_on(fault) == verdict
