"""A group that Telegram has moved to a new id takes along its site, its cards and what waits for it."""

from dataclasses import replace

from sqlalchemy import bindparam, update

from bot.storage.tables import cards, outbox
from bot.storage.unit_of_work import SqlUnitOfWork

MOVES = tuple(
    update(table).where(table.c.chat_id == bindparam("old")).values(chat_id=bindparam("new"))
    for table in (cards, outbox)
)


async def move_chat(uow: SqlUnitOfWork, old: int, new: int) -> None:
    """Follow the group; a second time changes nothing."""
    group = await uow.groups.one(chat_id=old)
    if group is None:
        return
    await uow.groups.put(replace(group, chat_id=new))
    for moving in MOVES:
        await uow.connection.execute(moving, {"old": old, "new": new})
