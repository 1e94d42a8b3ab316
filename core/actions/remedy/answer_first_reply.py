"""The customer has had a first reply: the clock stops."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.deadline.start_clock import stop_clock_of
from core.errors import SomebodyWasFirst
from core.model.case import Case
from core.model.deadline_clock import Subject
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right


async def answer_first_reply(case: Case, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case as answered now; only its reporter or owner can say so, and once."""
    reporter = await uow.persons.get(case.reporter_id)
    check_right(Action.ANSWER_CUSTOMER, actor, around_case(case), name=reporter.name)
    if case.replied_at is not None:
        raise SomebodyWasFirst(
            "customer_already_answered", number=case.number, at=case.replied_at, site=case.site
        )
    return await note_first_reply(case, actor=actor, uow=uow)


async def note_first_reply(case: Case, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case as answered now, unless it is already: whoever talks with a customer has answered them."""
    if case.replied_at is not None:
        return case
    case = await uow.cases.put(replace(case, replied_at=uow.now))
    await stop_clock_of(Subject.CASE, case.id, uow=uow)
    await uow.log.write(LogRow(act="customer_answered", case_id=case.id, actor_id=actor.id))
    await show_case(case, uow=uow)
    return case
