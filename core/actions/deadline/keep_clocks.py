"""Bring the clocks of a case in line with what its rulebook demands."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.deadline.start_clock import start_clock, stop_clock
from core.actions.deadline.tell_of_move import tell_of_move
from core.model.case import Case
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.duty import Duty
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.deadline.clock_of_duty import clock_of_case, unmoved
from core.rules.duty.demands import Demand

Demands = Mapping[str, Demand]


async def as_stored(found: Demands, case: Case, known: Mapping[str | None, Duty], uow: UnitOfWork) -> Demands:
    """The demands, those whose clock only a new calendar would move as they were."""
    clocks = await _clocks(case, uow)
    return {
        key: _as_stored(one, clocks.get(known[key].id if key in known else 0)) for key, one in found.items()
    }


def _as_stored(demand: Demand, stored: DeadlineClock | None) -> Demand:
    return replace(demand, clock=unmoved(demand.clock, stored)) if demand.clock else demand


async def keep_clocks(found: Demands, case: Case, book: CompiledRulebook, *, uow: UnitOfWork) -> None:
    """Start what begins to run, move what runs otherwise, stop what is done or fell away."""
    clocks = await _clocks(case, uow)
    for duty in await uow.duties.where(case_id=case.id):
        demand, stored = found.get(duty.key or ""), clocks.get(duty.id)
        if duty.is_open and demand and demand.clock:
            clock = clock_of_case(duty, case, demand.clock, book, uow.company.reminding.urgent_hours)
            running = await start_clock(_counted_by(clock, stored), stored, uow=uow)
            await tell_of_move(stored, running, uow=uow)
        elif stored is not None and not duty.is_open:
            await stop_clock(stored, uow=uow)


def _counted_by(clock: DeadlineClock, stored: DeadlineClock | None) -> DeadlineClock:
    """The clock with the calendar it was counted by first, where a later one counts the same."""
    is_same = stored is not None and (stored.due_at, stored.steps) == (clock.due_at, clock.steps)
    return replace(clock, calendar=stored.calendar) if stored and is_same else clock


async def _clocks(case: Case, uow: UnitOfWork) -> Mapping[int, DeadlineClock]:
    clocks = await uow.deadline_clocks.where(case_id=case.id, subject=Subject.DUTY)
    return {clock.subject_id: clock for clock in clocks}
