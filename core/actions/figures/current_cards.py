"""The cards that wait for a person in a case now."""

from core.actions.figures.read_figures import read_figures
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.approval_chain import next_step
from core.rules.figures.entitled import readers_at
from core.rules.figures.who_approves import who_may_pass
from core.rules.figures.who_confirms import departments_named
from core.screens.approval import approval_card
from core.screens.confirmation import confirmation_card


async def current_cards(dossier: Dossier, *, actor: Person, uow: UnitOfWork) -> tuple[Message, ...]:
    """On the present figures: the actor's desks while confirming, their step while approving; else none."""
    case = dossier.case
    figures = await read_figures(case.id, case.version, uow=uow)
    if figures is None:
        return ()
    if case.stage is Stage.CONFIRMING:
        return tuple(
            confirmation_card(department, dossier, figures, actor)
            for department in departments_named(dossier)
            if actor.id in {person.id for person in readers_at(department, dossier)}
        )
    asked = next_step(dossier, figures) if case.stage is Stage.APPROVING else None
    if asked and actor.id in {person.id for person in who_may_pass(asked, dossier)}:
        return (approval_card(asked, dossier, figures, actor),)
    return ()
