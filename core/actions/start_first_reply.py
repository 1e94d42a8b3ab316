"""Start the clock of the first reply to the customer."""

from core.model.case import Case
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.first_reply import first_reply


async def start_first_reply(case: Case, *, uow: UnitOfWork) -> None:
    """One timer to warn (unless that time is past already) and one at the limit; none if the company has no such clock."""
    clock = first_reply(uow.company, case.received_at, uow.now)
    if clock is None:
        return
    for kind, due_at in (("first_reply_before", clock.warn_at), ("first_reply_at", clock.due_at)):
        if due_at is not None:
            await uow.timers.start(
                Timer(
                    key=f"{kind}:{case.id}",
                    kind=kind,
                    subject_id=case.id,
                    person_id=case.reporter_id,
                    due_at=due_at,
                    data={"hours": uow.company.first_reply_hours},
                )
            )
