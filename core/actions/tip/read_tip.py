"""Somebody with the key reads a tip: each reading is in the log before a word of it is shown."""

from dataclasses import replace

from core.actions.tip.tip_rights import tip_for_reader
from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.person import Person
from core.model.tip import Tip, TipPiece
from core.ports import UnitOfWork


async def read_tip(
    number: str, *, actor: Person, uow: UnitOfWork, with_sender: bool = False
) -> tuple[Tip, tuple[TipPiece, ...]]:
    """The tip with its pieces, still sealed; `with_sender` says that who sent it is looked at, too."""
    tip = await tip_for_reader(number, actor=actor, uow=uow)
    facts = {"tip": number, "with_sender": with_sender}
    await uow.log.write(LogRow(act="tip_read", actor_id=actor.id, facts=facts))
    read = await uow.tips.put(replace(tip, read_at=uow.now, told=0))
    return read, await uow.tip_pieces.where(tip_id=tip.id)


async def answer_tip(number: str, *, actor: Person, uow: UnitOfWork) -> tuple[Tip, tuple[TipPiece, ...]]:
    """The same, to write to whoever sent it; the log has that there was an answer, not what it says.

    NoSuchThing if nothing was said in it.
    """
    tip = await tip_for_reader(number, actor=actor, uow=uow)
    pieces = await uow.tip_pieces.where(tip_id=tip.id)
    if not pieces:
        raise NoSuchThing("tip_unknown", number=number)
    await uow.log.write(LogRow(act="tip_answered", actor_id=actor.id, facts={"tip": number}))
    return tip, pieces
