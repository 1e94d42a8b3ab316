"""Tell who leads a case, or who stands in for them."""

from core.actions.person.stand_ins import asked_instead
from core.model.case import Case
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case


async def tell_in_charge(owner: Person, message: Message, case: Case, *, uow: UnitOfWork) -> None:
    """It is about the case, which they lead."""
    for person in await asked_instead(Action.INVESTIGATE, (owner,), around_case(case), uow=uow):
        await uow.outbox.tell(person, message)
