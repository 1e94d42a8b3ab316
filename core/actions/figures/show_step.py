"""Bring the approval card of a step up to date for everybody who has it."""

from core.actions.figures.read_figures import standing_figures
from core.actions.person.stand_ins import asked_instead
from core.model.assessment import ApprovalStep, Assessment
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_dossier
from core.rules.figures.approval_chain import next_step
from core.rules.figures.who_approves import passed_apart, who_may_pass
from core.screens.approval import approval_card


async def show_step(asked: ApprovalStep, dossier: Dossier, figures: Assessment, *, uow: UnitOfWork) -> None:
    """Queue the card, each reader's own, as the step stands now."""
    there = around_dossier(dossier).barring(Bar.PASSED_APART, passed_apart(asked, dossier))
    for reader in await asked_instead(Action.APPROVE, who_may_pass(asked, dossier), there, uow=uow):
        await uow.outbox.tell(reader, approval_card(asked, dossier, figures, reader))


async def show_next_step(dossier: Dossier, *, uow: UnitOfWork) -> None:
    """The same for the step that waits, if one does: something it shows has changed."""
    figures = await standing_figures(dossier.case.id, dossier.case.version, uow=uow)
    asked = next_step(dossier, figures)
    if asked is not None:
        await show_step(asked, dossier, figures, uow=uow)
