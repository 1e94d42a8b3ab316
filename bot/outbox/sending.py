"""One call of the Bot API for one row, and what it came to."""

from dataclasses import replace
from typing import Any

from pydantic_core import from_json, to_json
from sqlalchemy import bindparam, select
from telegram.error import TelegramError

from bot.outbox.outgoing import ANSWER, EDIT, Outcome, Outgoing, State
from bot.outbox.stored import STORED, send_stored
from bot.outbox.verdict import Fate, verdict_on
from bot.render.plain import plain
from bot.storage.engine import Database
from bot.storage.machine_tables import cards
from bot.transport import Wire

STANDING = select(cards.c.message_id).where(
    cards.c.card == bindparam("card"), cards.c.chat_id == bindparam("chat_id")
)
SEND = "sendMessage"
STATES = {
    Fate.AGAIN: State.WAITING,
    Fate.DROP: State.DROPPED,
    Fate.SEND_ANEW: State.FAILED,
    Fate.SEND_AS_FILE: State.FAILED,
    Fate.UNREACHABLE: State.UNREACHABLE,
    Fate.MIGRATED: State.WAITING,
    Fate.FAILED: State.FAILED,
}
# what cannot be done by editing the message that stands there
NEEDS_ANOTHER = (Fate.SEND_ANEW, Fate.SEND_AS_FILE)
FILE = "message.txt"


async def send(row: Outgoing, wire: Wire, database: Database) -> Outcome:
    """Send it; a living message that stands in the chat already is edited there."""
    call: dict[str, Any] = from_json(row.payload)
    if row.method != ANSWER:
        call["chat_id"] = row.chat_id
    standing = await _standing(row, database) if row.card else None
    if standing is not None and row.method == SEND:
        return await _edit_or_send(row, call, standing, wire)
    if row.method == EDIT:
        return await _edit(row, call, wire)
    if STORED in call:
        return await _send_stored(row, call, wire, database)
    return await _send(row, call, wire)


async def _standing(row: Outgoing, database: Database) -> int | None:
    async with database.reading() as connection:
        result = await connection.execute(STANDING, {"card": row.card, "chat_id": row.chat_id})
        return result.scalar_one_or_none()


async def _edit_or_send(row: Outgoing, call: dict[str, Any], standing: int, wire: Wire) -> Outcome:
    try:
        result = await wire.call(EDIT, call | {"message_id": standing})
    except TelegramError as fault:
        needs_another = verdict_on(fault).fate in NEEDS_ANOTHER
        return await _send(row, call, wire) if needs_another else _outcome(row, fault)
    return Outcome(row=row, state=State.SENT, message_id=_message_id(result))


async def _edit(row: Outgoing, call: dict[str, Any], wire: Wire) -> Outcome:
    try:
        result = await wire.call(EDIT, call)
    except TelegramError as fault:
        if verdict_on(fault).fate not in NEEDS_ANOTHER:
            return _outcome(row, fault)
        # a message more is not the same as an edit: it has to take its turn among those
        payload = {name: value for name, value in call.items() if name not in ("message_id", "chat_id")}
        anew = replace(row, method=SEND, payload=to_json(payload).decode())
        return Outcome(row=anew, state=State.WAITING, is_anew=True)
    return Outcome(row=row, state=State.SENT, message_id=_message_id(result))


async def _send(row: Outgoing, call: dict[str, Any], wire: Wire) -> Outcome:
    try:
        result = await wire.call(row.method, call)
    except TelegramError as fault:
        is_too_long = row.method == SEND and verdict_on(fault).fate is Fate.SEND_AS_FILE
        return await _send_as_file(row, call, wire) if is_too_long else _outcome(row, fault)
    return Outcome(row=row, state=State.SENT, message_id=_message_id(result))


async def _send_stored(row: Outgoing, call: dict[str, Any], wire: Wire, database: Database) -> Outcome:
    try:
        message_id = await send_stored(row.method, call, wire, database)
    except TelegramError as fault:
        return _outcome(row, fault)
    except FileNotFoundError as fault:
        return Outcome(row=row, state=State.FAILED, fault=str(fault))
    return Outcome(row=row, state=State.SENT, message_id=message_id)


async def _send_as_file(row: Outgoing, call: dict[str, Any], wire: Wire) -> Outcome:
    markup = {"reply_markup": call["reply_markup"]} if "reply_markup" in call else {}
    try:
        sent = await wire.send_document(
            row.chat_id, plain(call["text"]).encode(), filename=FILE, api_kwargs=markup
        )
    except TelegramError as fault:
        return _outcome(row, fault)
    return Outcome(row=row, state=State.SENT, message_id=sent.message_id)


def _outcome(row: Outgoing, fault: TelegramError) -> Outcome:
    verdict = verdict_on(fault)
    return Outcome(
        row=row, state=STATES[verdict.fate], fault=str(fault), wait=verdict.wait, moved_to=verdict.new_chat_id
    )


def _message_id(result: Any) -> int | None:  # noqa: ANN401 - whatever the method answers
    first = result[0] if isinstance(result, list) and result else result
    return first["message_id"] if isinstance(first, dict) else None
