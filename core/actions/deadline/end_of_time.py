"""The time of something that ends by itself is over: silence goes up, a statement was not made, an appeal is late."""

from core.actions.figures.escalate_silence import escalate_silence
from core.actions.investigation.end_hearing import end_hearing
from core.actions.notice.show_notice import show_notice
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.rules.deadline.behind_clock import BehindClock


async def end_of_time(behind: BehindClock, *, uow: UnitOfWork) -> None:
    """What follows at once, and is nobody's to decide."""
    clock = behind.clock
    if behind.duty is not None:
        await escalate_silence(behind.duty, uow=uow)
    elif behind.notice is not None:
        facts = {"notice": behind.notice.id, "until": clock.due_at.isoformat()}
        await uow.log.write(LogRow(act="appeal_time_over", case_id=clock.case_id, facts=facts))
        await show_notice(behind.notice, uow=uow)
    else:
        await end_hearing(clock.subject_id, uow=uow)
