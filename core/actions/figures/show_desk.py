"""Bring the confirmation card of a department up to date for everybody who has it."""

from core.actions.figures.read_figures import standing_figures
from core.actions.person.stand_ins import asked_instead
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rules.figures.entitled import entitled_at
from core.rules.figures.who_confirms import who_confirms
from core.screens.confirmation import confirmation_card


async def show_desk(department: str, dossier: Dossier, *, uow: UnitOfWork) -> None:
    """Queue the card, each reader's own, as the desk stands now."""
    figures = await standing_figures(dossier.case.id, dossier.case.version, uow=uow)
    asked = await asked_instead(
        Action.CONFIRM, entitled_at(department, dossier), around_dossier(dossier), uow=uow
    )
    for reader in (*asked, *who_confirms(department, dossier).instead_of):
        await uow.outbox.tell(reader, confirmation_card(department, dossier, figures, reader))
