"""Refuse figures that do not do what a decided appeal asked for."""

from core.errors import NotAllowed
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rules.figures.bound_figures import is_as_decided


async def check_bound(dossier: Dossier, figures: Assessment, *, uow: UnitOfWork) -> None:
    """NotAllowed, naming the person and what was decided, while an open correction asks for other figures."""
    for correction in await uow.corrections.where(case_id=dossier.case.id, done_at=None):
        if correction.appeal_id is None:
            continue
        appeal = await uow.appeals.get(correction.appeal_id)
        before = await uow.notices.get(appeal.notice_id)
        if not is_as_decided(appeal, before.amount, figures, dossier):
            raise NotAllowed(
                f"appeal_was_{appeal.outcome}",
                number=dossier.case.number,
                name=dossier.name(appeal.person_id),
                amount=before.amount,
            )
