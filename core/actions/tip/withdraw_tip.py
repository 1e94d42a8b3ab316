"""Whoever is writing a tip takes it back before it is handed in: nothing of it stays but that there was one."""

from dataclasses import replace

from core.actions.tip.erase_tips import empty_pieces
from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.tip import TipState
from core.ports import UnitOfWork


async def withdraw_tip(number: str, *, uow: UnitOfWork) -> None:
    """Its pieces are gone; of those with a file the file's name stays until that is erased.

    NoSuchThing if nobody is writing it.
    """
    tip = await uow.tips.one(number=number, state=TipState.OPEN)
    if tip is None:
        raise NoSuchThing("tip_not_open")
    await empty_pieces(tip, uow=uow)
    await uow.timers.stop(f"tip:{tip.id}")
    await uow.tips.put(replace(tip, state=TipState.WITHDRAWN))
    await uow.log.write(LogRow(act="tip_withdrawn", facts={"tip": number}))
