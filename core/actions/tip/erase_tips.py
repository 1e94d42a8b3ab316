"""Tips whose time is over are erased, and what is left of those that were taken back; that there was one stays in the log."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from core.model.evidence import Storing
from core.model.log import LogRow
from core.model.tip import Tip, TipPiece, TipState
from core.ports import UnitOfWork


async def erase_tips(keep_for: timedelta, *, uow: UnitOfWork) -> tuple[Tip, ...]:
    """Those that were handed in longer ago than that: nothing of them stays but the names of their files."""
    sent = await uow.tips.where(state=TipState.SENT)
    over = tuple(tip for tip in sent if tip.sent_at is not None and uow.now - tip.sent_at > keep_for)
    for tip in over:
        await empty_pieces(tip, uow=uow)
        await uow.tips.put(replace(tip, state=TipState.ERASED))
        await uow.log.write(LogRow(act="tip_erased", facts={"tip": tip.number}))
    return over


async def empty_pieces(tip: Tip, *, uow: UnitOfWork) -> None:
    """Its pieces are gone; of those with a file the file's name stays until that is erased."""
    for piece in await uow.tip_pieces.where(tip_id=tip.id):
        if piece.sha256:
            await uow.tip_pieces.put(replace(piece, sealed="", reference="", storing=Storing.NO_FILE))
        else:
            await uow.tip_pieces.remove(piece.id)


async def emptied_pieces(*, uow: UnitOfWork) -> tuple[TipPiece, ...]:
    """What only names a file that nobody needs any more: to be erased first, and then to be dropped."""
    return await uow.tip_pieces.where(sealed="", storing=Storing.NO_FILE)


async def drop_pieces(pieces: Iterable[TipPiece], *, uow: UnitOfWork) -> None:
    """Their files are gone: now so are they."""
    for piece in pieces:
        await uow.tip_pieces.remove(piece.id)
