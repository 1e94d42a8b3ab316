"""Bring the approval card of a step up to date for everybody who has it."""

from core.model.assessment import ApprovalStep, Assessment
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rules.who_approves import who_approves
from core.screens.approval import approval_card


async def show_step(asked: ApprovalStep, dossier: Dossier, figures: Assessment, *, uow: UnitOfWork) -> None:
    """Queue the card, each reader's own, as the step stands now."""
    for reader in who_approves(asked.by, dossier):
        await uow.outbox.tell(reader, approval_card(asked, dossier, figures, reader))
