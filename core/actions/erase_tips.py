"""Tips whose time is over are erased; that there was one stays in the log."""

from dataclasses import replace
from datetime import timedelta

from core.model.log import LogRow
from core.model.tip import Tip, TipState
from core.ports import UnitOfWork


async def erase_tips(keep_for: timedelta, *, uow: UnitOfWork) -> tuple[tuple[Tip, ...], tuple[str, ...]]:
    """Those that were handed in longer ago than that, and the hashes of their files, which nobody needs any more."""
    sent = await uow.tips.where(state=TipState.SENT)
    over = tuple(tip for tip in sent if tip.sent_at is not None and uow.now - tip.sent_at > keep_for)
    files = []
    for tip in over:
        for piece in await uow.tip_pieces.where(tip_id=tip.id):
            files.append(piece.sha256)
            await uow.tip_pieces.remove(piece.id)
        await uow.tips.put(replace(tip, state=TipState.ERASED))
        await uow.log.write(LogRow(act="tip_erased", facts={"tip": tip.number}))
    return over, tuple(sha256 for sha256 in files if sha256)
