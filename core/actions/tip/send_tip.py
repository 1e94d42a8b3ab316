"""A tip is handed in: whoever reads tips hears that there is one, and no more."""

from dataclasses import replace

from core.actions.tip.tip_rights import tip_readers
from core.errors import NoSuchThing, WrongStage
from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.timer import Timer
from core.model.tip import Tip, TipState
from core.ports import UnitOfWork


async def send_tip(number: str, *, uow: UnitOfWork) -> Tip:
    """The tip, handed in. NoSuchThing if nobody is writing it, WrongStage if there is nothing in it yet."""
    tip = await uow.tips.one(number=number, state=TipState.OPEN)
    if tip is None:
        raise NoSuchThing("tip_not_open")
    if not await uow.tip_pieces.where(tip_id=tip.id):
        raise WrongStage("tip_empty")
    return await _hand_in(tip, uow)


async def tip_rang(timer: Timer, uow: UnitOfWork) -> None:
    """Nothing has come for hours: what there is counts as handed in."""
    tip = await uow.tips.get(timer.subject_id)
    if tip.state is TipState.OPEN:
        await _hand_in(tip, uow)


async def _hand_in(tip: Tip, uow: UnitOfWork) -> Tip:
    await uow.timers.stop(f"tip:{tip.id}")
    sent = await uow.tips.put(replace(tip, state=TipState.SENT, sent_at=uow.now))
    await uow.log.write(LogRow(act="tip_sent", facts={"tip": tip.number}))
    await tell_readers(sent, uow=uow)
    return sent


async def tell_readers(tip: Tip, *, uow: UnitOfWork) -> None:
    """Everybody with the role hears once that there is something to read, until it was read."""
    if tip.told:
        return
    await uow.tips.put(replace(tip, told=1))
    for person in await tip_readers(uow):
        message = Message(template="tip_waiting", data={"tip": tip}, urgency=Urgency.NOTICE)
        await uow.outbox.tell(person, message)
