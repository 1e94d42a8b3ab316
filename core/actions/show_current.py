"""Show a person the card that waits for them now, if any does."""

from core.actions.read_figures import read_figures
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.approval_chain import next_step
from core.rules.entitled import readers_at
from core.rules.who_approves import who_approves
from core.rules.who_confirms import departments_named
from core.screens.approval import approval_card
from core.screens.confirmation import confirmation_card


async def show_current(dossier: Dossier, *, actor: Person, uow: UnitOfWork) -> None:
    """Queue the actor's card on the present figures: their desks while confirming, their step while approving."""
    case = dossier.case
    figures = await read_figures(case.id, case.version, uow=uow)
    if figures is None:
        return
    if case.stage is Stage.CONFIRMING:
        for department in departments_named(dossier):
            if actor.id in {person.id for person in readers_at(department, dossier)}:
                await uow.outbox.tell(actor, confirmation_card(department, dossier, figures, actor))
    asked = next_step(dossier, figures) if case.stage is Stage.APPROVING else None
    if asked and actor.id in {person.id for person in who_approves(asked.by, dossier)}:
        await uow.outbox.tell(actor, approval_card(asked, dossier, figures, actor))
