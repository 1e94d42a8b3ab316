"""A group that Telegram has moved to a new id takes along its site, its cards and what waits for it."""

from dataclasses import replace

from sqlalchemy import bindparam, delete, select, update

from bot.storage.machine_tables import cards, outbox
from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.group import Group

# where the new chat has the same living message already, that one goes on
THERE = select(cards.c.card).where(cards.c.chat_id == bindparam("new"))
MOVES = (
    delete(cards).where(cards.c.chat_id == bindparam("old"), cards.c.card.in_(THERE)),
    *(
        update(table).where(table.c.chat_id == bindparam("old")).values(chat_id=bindparam("new"))
        for table in (cards, outbox)
    ),
)


async def move_chat(uow: SqlUnitOfWork, old: int, new: int) -> None:
    """Follow the group, also where the new id was linked before we heard of it; a second time changes nothing."""
    group = await uow.groups.one(chat_id=old)
    if group is None:
        return
    there = await uow.groups.one(chat_id=new)
    if there is None:
        await uow.groups.put(replace(group, chat_id=new))
    else:
        await _join(group, there, uow)
    for moving in MOVES:
        await uow.connection.execute(moving, {"old": old, "new": new})


async def _join(group: Group, there: Group, uow: SqlUnitOfWork) -> None:
    await uow.groups.put(replace(group, is_linked=False))
    if group.is_linked and not there.is_linked:
        await uow.groups.put(replace(there, site=group.site, is_linked=True))
