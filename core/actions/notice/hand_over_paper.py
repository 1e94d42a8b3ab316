"""A superior has handed a printed text over; only now the clocks in it start."""

from dataclasses import replace
from datetime import timedelta

from core.actions.appeal.start_appeal_time import start_appeal_time
from core.actions.deadline.start_clock import run_clock
from core.actions.notice.paper_duty import HAND_OVER_NOTICE, paper_duty
from core.errors import SomebodyWasFirst
from core.model.case import DECIDED, Case
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.deadline.own_limits import statement_clock


async def hand_over_paper(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """Close the duty and start what it held back: the time for a statement, or for an appeal.

    NoSuchThing for a duty of another kind; NotThisPerson for anybody but its owner; SomebodyWasFirst if it is done.
    """
    duty = await paper_duty(duty_id, actor=actor, uow=uow)
    if duty.done_at is not None:
        raise SomebodyWasFirst("already_handed_over", at=duty.done_at)
    done = await uow.duties.put(replace(duty, done_at=uow.now, done_by=actor.id))
    await uow.log.write(
        LogRow(act="paper_handed_over", case_id=duty.case_id, actor_id=actor.id, facts={"duty": duty.id})
    )
    case = await uow.cases.get(duty.case_id or 0)
    if duty.kind == HAND_OVER_NOTICE:
        await _start_appeal(case, duty, uow)
    else:
        await _start_hearing(case, duty, uow)
    return done


async def _start_appeal(case: Case, duty: Duty, uow: UnitOfWork) -> None:
    notice = await uow.notices.get(duty_number(duty, "notice_id"))
    await start_appeal_time(replace(notice, handed_over_at=uow.now), case, uow=uow)


async def _start_hearing(case: Case, duty: Duty, uow: UnitOfWork) -> None:
    party = await uow.parties.one(case_id=case.id, person_id=duty_number(duty, "person_id"))
    # of a case that is decided, what was handed over says how it ended
    if party is None or case.stage in DECIDED:
        return
    due = uow.now + timedelta(hours=uow.company.statement_hours)
    party = await uow.parties.put(replace(party, hearing_due_at=due))
    await run_clock(statement_clock(party, case.site, uow.company), uow=uow)


def duty_number(duty: Duty, key: str) -> int:
    """A number in the duty's data."""
    return int(str(duty.data[key]))
