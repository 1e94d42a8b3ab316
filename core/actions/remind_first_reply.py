"""The clock of the first reply rings: before the limit, and at it."""

from core.model.log import LogRow
from core.model.person import Person
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.screens.first_reply import reply_reminder


async def remind_first_reply(timer: Timer, uow: UnitOfWork) -> None:
    """Remind the reporter, at the limit whoever leads the case too; silent once the customer has been answered."""
    case = await uow.cases.get(timer.subject_id)
    if case.replied_at is not None:
        return
    is_over = timer.kind == "first_reply_at"
    told = [case.reporter_id, *([case.owner_id] if is_over and case.owner_id is not None else [])]
    for person_id in dict.fromkeys(told):
        person: Person = await uow.persons.get(person_id)
        await uow.outbox.tell(person, reply_reminder(case, uow.now, is_over=is_over, person=person))
    await uow.log.write(LogRow(act=timer.kind, case_id=case.id, facts={"told": told}))
