"""The clock of the first reply rings: before the limit, and at it."""

from core.model.case import Case
from core.model.log import LogRow
from core.model.person import Person
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.screens.first_reply import reply_reminder


async def remind_first_reply(timer: Timer, uow: UnitOfWork) -> None:
    """Remind the reporter, at the limit whoever leads the case too; silent once the customer has been answered.

    The reminder before the limit is silent too where the limit has passed already: the next one says so.
    """
    case = await uow.cases.get(timer.subject_id)
    is_over = timer.kind == "first_reply_at"
    if case.replied_at is not None or (not is_over and _is_late(case, uow)):
        return
    told = [case.reporter_id, *([case.owner_id] if is_over and case.owner_id is not None else [])]
    for person_id in dict.fromkeys(told):
        person: Person = await uow.persons.get(person_id)
        await uow.outbox.tell(person, reply_reminder(case, uow.now, is_over=is_over, person=person))
    await uow.log.write(LogRow(act=timer.kind, case_id=case.id, facts={"told": told}))


def _is_late(case: Case, uow: UnitOfWork) -> bool:
    return case.first_reply_due_at is not None and case.first_reply_due_at <= uow.now
