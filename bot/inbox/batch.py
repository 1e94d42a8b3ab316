"""The next updates to handle, read from the inbox, and the marks they get."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pydantic_core import from_json
from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Update

from bot.inbox.state import InboxState
from bot.storage.machine_tables import inbox
from bot.tips.route import ENVELOPE, ENVELOPED, Envelope

BATCH = 128
NEXT = (
    select(inbox.c.update_id, inbox.c.chat_id, inbox.c.raw, inbox.c.tries)
    .where(
        inbox.c.state == InboxState.WAITING.value,
        inbox.c.chat_id.not_in(bindparam("resting", expanding=True)),
    )
    .order_by(inbox.c.update_id)
    .limit(BATCH)
)
EMPTIED = update(inbox).where(inbox.c.update_id == bindparam("the_id")).values(raw="")
MARK = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("the_id"))
    .values(state=bindparam("to_state"), tries=bindparam("tried"), fault=bindparam("said"))
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One update of the inbox; `update` is None where it cannot be read (`fault` says why) or belongs to a tip (`sealed`)."""

    update_id: int
    chat_id: int
    tries: int
    update: Update | None
    fault: str = ""
    sealed: Envelope | None = None


async def next_batch(connection: AsyncConnection, resting: Collection[int]) -> list[Kept]:
    """The oldest waiting updates of chats that are not resting after a fault."""
    rows = (await connection.execute(NEXT, {"resting": list(resting)})).all()
    return [_read(*row) for row in rows]


async def mark(connection: AsyncConnection, marks: Sequence[tuple[int, InboxState, int, str]]) -> None:
    """Write where these updates stand now: id, state, tries, fault."""
    names = ("the_id", "to_state", "tried", "said")
    if marks:
        values = [dict(zip(names, (entry[0], entry[1].value, *entry[2:]), strict=True)) for entry in marks]
        await connection.execute(MARK, values)


async def empty(connection: AsyncConnection, update_id: int) -> None:
    """What was sealed is not kept once it is handled, not even under the bot's own key."""
    await connection.execute(EMPTIED, {"the_id": update_id})


def _read(update_id: int, chat_id: int, raw: str, tries: int) -> Kept:
    try:
        read = from_json(raw)
        if isinstance(read, dict) and ENVELOPE in read:
            return Kept(update_id, chat_id, tries, None, sealed=ENVELOPED.validate_python(read).tip)
        return Kept(update_id, chat_id, tries, Update.de_json(read, None))
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        return Kept(update_id, chat_id, tries, None, repr(fault))
