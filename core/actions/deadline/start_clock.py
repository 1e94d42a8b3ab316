"""Start, move and stop the clock of a deadline, with the timer of its next reminder."""

from dataclasses import replace

from core.actions.deadline.calendar_of import calendar_of
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.duty import Duty
from core.ports import UnitOfWork
from core.rules.deadline.office_hours import OfficeHours, office_hours
from core.rules.deadline.reminder_stages import AT, reminder_stages
from core.rules.deadline.reminder_timers import reminder_timer, timers_of


async def clock_of(subject: Subject, subject_id: int, *, uow: UnitOfWork) -> DeadlineClock | None:
    """The clock of that, running or stopped; None where it never had one."""
    return await uow.deadline_clocks.one(subject=subject, subject_id=subject_id)


async def run_clock(clock: DeadlineClock, *, uow: UnitOfWork) -> DeadlineClock:
    """Start it, in the place of an earlier one of the same thing."""
    return await start_clock(clock, await clock_of(clock.subject, clock.subject_id, uow=uow), uow=uow)


async def start_clock(
    clock: DeadlineClock, stored: DeadlineClock | None, *, uow: UnitOfWork
) -> DeadlineClock:
    """The clock as it is to run from now on; nothing happens where it runs so already."""
    if stored is None:
        clock = await uow.deadline_clocks.add(clock)
    elif replace(clock, id=stored.id) == stored:
        return stored
    else:
        await _silence(stored, uow)
        clock = await uow.deadline_clocks.put(replace(clock, id=stored.id))
    await _wait_for_first(clock, uow)
    return clock


async def stop_clock(clock: DeadlineClock, *, uow: UnitOfWork) -> None:
    """What it was for is done, or no longer asked for."""
    if clock.is_running:
        await uow.deadline_clocks.put(replace(clock, stopped_at=uow.now))
        await _silence(clock, uow)


async def stop_clock_of(subject: Subject, subject_id: int, *, uow: UnitOfWork) -> None:
    """The same, where it has a clock."""
    clock = await clock_of(subject, subject_id, uow=uow)
    if clock is not None:
        await stop_clock(clock, uow=uow)


async def follow_duty(duty: Duty, *, uow: UnitOfWork) -> None:
    """Stop the duty's clock once it is done; let it run again where that was taken back."""
    clock = await clock_of(Subject.DUTY, duty.id, uow=uow)
    if clock is None:
        return
    if not duty.is_open:
        await stop_clock(clock, uow=uow)
    elif not clock.is_running:
        await start_clock(replace(clock, stopped_at=None), clock, uow=uow)


async def hours_of(site: str, *, uow: UnitOfWork) -> OfficeHours:
    """The office hours of a site."""
    return office_hours(site, uow.company, await calendar_of(site, uow=uow))


async def _wait_for_first(clock: DeadlineClock, uow: UnitOfWork) -> None:
    """The first stage still to come; what was late when it began is first told of at once."""
    due_at = max(clock.due_at, uow.now)
    hours = await hours_of(clock.site, uow=uow)
    stages = reminder_stages(clock, due_at, uow.company.reminding, hours)
    first = next(stage for stage in stages if stage.at > uow.now or stage.name == AT)
    await uow.timers.start(reminder_timer(clock, first, due_at))


async def _silence(clock: DeadlineClock, uow: UnitOfWork) -> None:
    for timer in await uow.timers.running(timers_of(clock)):
        await uow.timers.stop(timer.key)
