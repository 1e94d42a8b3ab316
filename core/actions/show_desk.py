"""Bring the confirmation card of a department up to date for everybody who has it."""

from core.actions.read_figures import standing_figures
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rules.entitled import readers_at
from core.screens.confirmation import confirmation_card


async def show_desk(department: str, dossier: Dossier, *, uow: UnitOfWork) -> None:
    """Queue the card, each reader's own, as the desk stands now."""
    figures = await standing_figures(dossier.case.id, dossier.case.version, uow=uow)
    for reader in readers_at(department, dossier):
        await uow.outbox.tell(reader, confirmation_card(department, dossier, figures, reader))
