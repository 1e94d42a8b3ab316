"""Tips whose time is over are erased, and what is left of those that were taken back; that there was one stays in the log."""

from dataclasses import replace
from datetime import timedelta

from core.model.evidence import Storing
from core.model.log import LogRow
from core.model.tip import Tip, TipPiece, TipState
from core.ports import UnitOfWork


async def erase_tips(keep_for: timedelta, *, uow: UnitOfWork) -> tuple[tuple[Tip, ...], tuple[str, ...]]:
    """Those that were handed in longer ago than that, and the hashes of all files that nobody needs any more."""
    sent = await uow.tips.where(state=TipState.SENT)
    over = tuple(tip for tip in sent if tip.sent_at is not None and uow.now - tip.sent_at > keep_for)
    taken_back = await uow.tip_pieces.where(sealed="", storing=Storing.NO_FILE)
    files = await _removed(taken_back, uow)
    for tip in over:
        files += await _removed(await uow.tip_pieces.where(tip_id=tip.id), uow)
        await uow.tips.put(replace(tip, state=TipState.ERASED))
        await uow.log.write(LogRow(act="tip_erased", facts={"tip": tip.number}))
    return over, tuple(files)


async def _removed(pieces: tuple[TipPiece, ...], uow: UnitOfWork) -> list[str]:
    for piece in pieces:
        await uow.tip_pieces.remove(piece.id)
    return [piece.sha256 for piece in pieces if piece.sha256]
