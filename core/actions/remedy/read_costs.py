"""Read what the remedy of a case has really cost, beside the losses that are entered."""

from collections import Counter

from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.dossier import Dossier
from core.model.evidence import Holder
from core.ports import UnitOfWork
from core.rules.remedy.costs_as_losses import RemedyCost, costs_as_losses


async def read_costs(dossier: Dossier, *, uow: UnitOfWork) -> tuple[RemedyCost, ...]:
    """Of what was carried out; nothing where nothing was, or it cost nothing."""
    parts = await uow.undertakings.where(case_id=dossier.case.id, dropped_at=None)
    done = [part for part in parts if part.done_at is not None and part.costs]
    if not done:
        return ()
    ids = tuple(part.id for part in done)
    pieces = await uow.evidence.where(holder=Holder.UNDERTAKING, holder_id=ids)
    proofs = Counter(piece.holder_id for piece in pieces)
    return costs_as_losses(done, proofs, dossier.case.losses, rulebook_of(dossier.case, uow=uow).edition)
