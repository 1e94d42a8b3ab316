"""All that waits for somebody, page after page."""

from core.actions.deadline.page_waiting import page_waiting
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.due import MOST_ON_A_PAGE, Waiting


async def what_waits(actor: Person, *, uow: UnitOfWork) -> tuple[Waiting, ...]:
    shown: list[Waiting] = []
    while len(shown) < (page := await page_waiting(actor, len(shown) // MOST_ON_A_PAGE, uow=uow)).count:
        shown += page.shown
    return tuple(shown)
