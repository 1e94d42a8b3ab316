"""What a clock runs for, as it stands now, and whom it waits for."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from core.actions.duty.asked_for import asked_for
from core.actions.person.read_roster import read_roster
from core.model.case import Case, Stage
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.party import Hearing
from core.model.person import Person
from core.model.roster import Roster
from core.ports import UnitOfWork
from core.rules.deadline.behind_clock import BehindClock

Opener = Callable[[DeadlineClock, UnitOfWork], Awaitable[BehindClock]]


async def open_deadline(clock: DeadlineClock, *, uow: UnitOfWork) -> BehindClock:
    """The duty, case, party or notice behind it; not open where it is done, fell away, or is gone."""
    return await _OPENERS[clock.subject](clock, uow)


async def _duty(clock: DeadlineClock, uow: UnitOfWork) -> BehindClock:
    duty = await uow.duties.get(clock.subject_id)
    roster = await read_roster(duty.case_id, duty.site or clock.site, uow=uow)
    asked = (
        await asked_for(duty, roster, uow=uow) if duty.has_card else _found((duty.owner_id,), roster.staff)
    )
    return BehindClock(clock=clock, roster=roster, asked=asked, is_open=duty.is_open, duty=duty)


async def _first_reply(clock: DeadlineClock, uow: UnitOfWork) -> BehindClock:
    case = await uow.cases.get(clock.subject_id)
    roster = await read_roster(case.id, case.site, uow=uow)
    asked = _found((case.reporter_id, case.owner_id), roster.staff)
    return BehindClock(clock=clock, roster=roster, asked=asked, is_open=_is_reply_awaited(case))


def _is_reply_awaited(case: Case) -> bool:
    """Whether the customer of that case still waits for a first reply."""
    return case.replied_at is None and case.stage is not Stage.CLOSED


async def _statement(clock: DeadlineClock, uow: UnitOfWork) -> BehindClock:
    party = await uow.parties.find(clock.subject_id)
    is_asked = party is not None and party.hearing is Hearing.ASKED
    roster = await read_roster(clock.case_id, clock.site, uow=uow)
    return BehindClock(clock=clock, roster=roster, asked=_whose(clock, roster), is_open=is_asked)


async def _appeal(clock: DeadlineClock, uow: UnitOfWork) -> BehindClock:
    notice = await uow.notices.get(clock.subject_id)
    is_open = notice.is_standing and await uow.appeals.one(notice_id=notice.id) is None
    roster = await read_roster(clock.case_id, clock.site, uow=uow)
    return BehindClock(
        clock=clock, roster=roster, asked=_whose(clock, roster), is_open=is_open, notice=notice
    )


def _whose(clock: DeadlineClock, roster: Roster) -> tuple[Person, ...]:
    return _found((clock.person_id,), roster.staff)


def _found(ids: tuple[int | None, ...], staff: Mapping[int, Person]) -> tuple[Person, ...]:
    return tuple(staff[one] for one in dict.fromkeys(ids) if one is not None and one in staff)


_OPENERS: Final[Mapping[Subject, Opener]] = {
    Subject.DUTY: _duty,
    Subject.CASE: _first_reply,
    Subject.PARTY: _statement,
    Subject.NOTICE: _appeal,
}
