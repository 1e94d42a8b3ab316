"""A case as a right is judged by it, for what belongs to a case without needing all of it."""

from core.ports import UnitOfWork
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE, Circumstances, around_case


async def around_case_of(case_id: int | None, *, uow: UnitOfWork) -> Circumstances:
    """Who reported and leads it, and who is named in it, so that none of them stands in for somebody; nothing without a case."""
    if case_id is None:
        return NOWHERE
    named = frozenset(party.person_id for party in await uow.parties.where(case_id=case_id))
    return around_case(await uow.cases.get(case_id)).barring(Bar.NAMED, named)
