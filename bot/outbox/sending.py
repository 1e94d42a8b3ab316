"""One call of the Bot API for one row, and what it came to."""

from typing import Any

from pydantic_core import from_json
from sqlalchemy import bindparam, select
from telegram.error import TelegramError

from bot.outbox.outgoing import Outcome, Outgoing, State
from bot.outbox.verdict import Fate, verdict_on
from bot.storage.engine import Database
from bot.storage.tables import cards
from bot.transport import Wire

STANDING = select(cards.c.message_id).where(
    cards.c.card == bindparam("card"), cards.c.chat_id == bindparam("chat_id")
)
STATES = {
    Fate.AGAIN: State.WAITING,
    Fate.DROP: State.DROPPED,
    Fate.SEND_ANEW: State.FAILED,
    Fate.UNREACHABLE: State.UNREACHABLE,
    Fate.MIGRATED: State.WAITING,
    Fate.FAILED: State.FAILED,
}


async def send(row: Outgoing, wire: Wire, database: Database) -> Outcome:
    """Send it; a living message that stands in the chat already is edited there."""
    call: dict[str, Any] = from_json(row.payload)
    if row.method != "answerCallbackQuery":
        call["chat_id"] = row.chat_id
    standing = await _standing(row, database) if row.card else None
    if standing is not None and row.method == "sendMessage":
        return await _edit(row, call | {"message_id": standing}, wire)
    if row.method == "editMessageText":
        return await _edit(row, call, wire)
    return await _call(row, row.method, call, wire)


async def _standing(row: Outgoing, database: Database) -> int | None:
    async with database.reading() as connection:
        result = await connection.execute(STANDING, {"card": row.card, "chat_id": row.chat_id})
        return result.scalar_one_or_none()


async def _edit(row: Outgoing, call: dict[str, Any], wire: Wire) -> Outcome:
    try:
        result = await wire.call("editMessageText", call)
    except TelegramError as fault:
        if verdict_on(fault).fate is not Fate.SEND_ANEW:
            return _outcome(row, fault)
        anew = {name: value for name, value in call.items() if name != "message_id"}
        return await _call(row, "sendMessage", anew, wire)
    return Outcome(row=row, state=State.SENT, message_id=_message_id(result))


async def _call(row: Outgoing, method: str, call: dict[str, Any], wire: Wire) -> Outcome:
    try:
        result = await wire.call(method, call)
    except TelegramError as fault:
        return _outcome(row, fault)
    return Outcome(row=row, state=State.SENT, message_id=_message_id(result))


def _outcome(row: Outgoing, fault: TelegramError) -> Outcome:
    verdict = verdict_on(fault)
    return Outcome(
        row=row, state=STATES[verdict.fate], fault=str(fault), wait=verdict.wait, moved_to=verdict.new_chat_id
    )


def _message_id(result: Any) -> int | None:  # noqa: ANN401 - whatever the method answers
    first = result[0] if isinstance(result, list) and result else result
    return first["message_id"] if isinstance(first, dict) else None
