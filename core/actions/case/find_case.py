"""Open a case for somebody."""

from core.actions.case.may_see_case import check_may_see
from core.errors import NoSuchThing
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork


async def find_case(case_id: int, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case; NoSuchThing if there is none, or it is not this person's to see."""
    case = await uow.cases.find(case_id)
    if case is None:
        raise NoSuchThing("case_unknown", number="")
    await check_may_see(case, actor=actor, uow=uow)
    return case
