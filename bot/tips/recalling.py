"""Takes back from the inbox what was kept in clear before its sender said that it is a tip."""

import json
from typing import Final

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.plain import RawUpdate
from bot.inbox.state import InboxState
from bot.storage.machine_tables import inbox
from bot.tips.seen import Seen, seen_in

Recalled = tuple[RawUpdate, Seen]

# among so many updates before it is looked: a person edits within hours, an album comes within minutes
NEWEST: Final = 20_000
# Telegram's own numbers are above zero: what is taken back waits again below them, oldest first
BELOW: Final = 1 << 62
LATEST: Final = select(func.max(inbox.c.update_id)).scalar_subquery()
OF_CHAT: Final = (
    select(inbox.c.raw)
    .where(
        inbox.c.update_id > LATEST - NEWEST,
        inbox.c.chat_id == bindparam("chat"),
        inbox.c.raw != "",
        inbox.c.raw.contains(bindparam("sign")),
    )
    .order_by(inbox.c.update_id)
)
STATE: Final = case((inbox.c.state == InboxState.WAITING.value, InboxState.DONE.value), else_=inbox.c.state)
EMPTIED: Final = (
    update(inbox).where(inbox.c.update_id.in_(bindparam("ids", expanding=True))).values(raw="", state=STATE)
)


async def recalled(seen: Seen, connection: AsyncConnection) -> list[Recalled]:
    """The earlier parts of its album, or the message that it edits; their rows are emptied, and never handled again."""
    place = {"chat": seen.chat, "sign": seen.album or str(seen.message)}
    updates = map(json.loads, (await connection.execute(OF_CHAT, place)).scalars())
    same = [(one, its) for one in updates if (its := seen_in(one)) and _is_of_same(its, seen)]
    if same:
        await connection.execute(EMPTIED, {"ids": [one["update_id"] for one, _ in same]})
    return same


def _is_of_same(one: Seen, seen: Seen) -> bool:
    if one.callback:
        return False
    return one.album == seen.album if seen.album else one.message == seen.message
