"""Show a person the card that waits for them now, if any does."""

from core.actions.current_cards import current_cards
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork


async def show_current(dossier: Dossier, *, actor: Person, uow: UnitOfWork) -> None:
    """Queue the actor's cards on the present figures, each in the place of its earlier picture."""
    for card in await current_cards(dossier, actor=actor, uow=uow):
        await uow.outbox.tell(actor, card)
