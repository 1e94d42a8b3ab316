"""A case is decided: what its figures reward is owed to those persons."""

from core.actions.money.book import book
from core.actions.money.ground_of import ground_of
from core.ledger.charging import reward_of
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.ports import UnitOfWork


async def book_rewards(dossier: Dossier, figures: Assessment, *, uow: UnitOfWork) -> None:
    """One transaction for each person with a reward."""
    ground = await ground_of(dossier, uow=uow)
    for result in figures.people:
        if reward := reward_of(result, ground, uow.now):
            await book(reward, uow=uow)
