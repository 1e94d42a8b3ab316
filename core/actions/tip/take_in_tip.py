"""A sealed message of a tip is kept under the tip's pseudonym; nobody here knows what it says or who sent it."""

from datetime import timedelta
from typing import Final

from core.actions.tip.send_tip import tell_readers
from core.model.log import LogRow
from core.model.timer import Timer
from core.model.tip import Tip, TipPiece, TipState
from core.ports import UnitOfWork

# a tip that nobody hands in is handed in by itself, so that it is read all the same
IDLE: Final = timedelta(hours=12)
TIP_IDLE: Final = "tip_idle"


async def open_tip(number: str, *, uow: UnitOfWork) -> Tip:
    """The tip of that pseudonym; a new one if there is none yet."""
    known = await uow.tips.one(number=number)
    if known is not None:
        return known
    tip = await uow.tips.add(Tip(number=number, opened_at=uow.now))
    await uow.log.write(LogRow(act="tip_opened", facts={"tip": number}))
    return tip


async def take_in_tip(piece: TipPiece, tip: Tip, *, uow: UnitOfWork) -> int:
    """How many pieces there are with this one; who reads tips is told of what comes after the tip was handed in."""
    await uow.tip_pieces.add(piece)
    if tip.state is TipState.SENT:
        await tell_readers(tip, uow=uow)
    else:
        timer = Timer(key=f"tip:{tip.id}", kind=TIP_IDLE, subject_id=tip.id, due_at=uow.now + IDLE)
        await uow.timers.start(timer)
    return len(await uow.tip_pieces.where(tip_id=tip.id))
