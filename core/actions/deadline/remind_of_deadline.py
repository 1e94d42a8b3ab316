"""A stage of a deadline has come: remind whom it waits for, or whoever stands above; or what ends by itself ends."""

from datetime import datetime, timedelta

from core.actions.deadline.end_of_time import end_of_time
from core.actions.deadline.give_reminder import give_reminder
from core.actions.deadline.open_deadline import open_deadline
from core.actions.deadline.start_clock import hours_of, stop_clock
from core.actions.duty.propose_consequence import propose_consequence
from core.actions.person.stand_ins import asked_instead
from core.model.deadline_clock import DeadlineClock
from core.model.log import LogRow
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE, Circumstances
from core.rules.deadline.behind_clock import BehindClock
from core.rules.deadline.reminded import reminded
from core.rules.deadline.reminder_stages import AT, Stage, reminder_stages
from core.rules.deadline.reminder_timers import reminder_timer


async def remind_of_deadline(timer: Timer, uow: UnitOfWork) -> None:
    """Silent where it is done, fell away, or is due at another time by now; then the next stage waits."""
    clock = await uow.deadline_clocks.find(timer.subject_id)
    if clock is None or not clock.is_running:
        return
    behind = await open_deadline(clock, uow=uow)
    if not behind.is_open:
        await stop_clock(clock, uow=uow)
        return
    stage = await _next_stages(timer, clock, uow)
    if clock.ends_itself and stage.name == AT:
        await stop_clock(clock, uow=uow)
        await end_of_time(behind, uow=uow)
    else:
        await _remind(behind, stage, _is_late(timer, uow), uow)


async def _next_stages(timer: Timer, clock: DeadlineClock, uow: UnitOfWork) -> Stage:
    """The stage that has come, with the timer of the one after it started."""
    due_at = datetime.fromisoformat(str(timer.data["from"]))
    hours = await hours_of(clock.site, uow=uow)
    stages = reminder_stages(clock, due_at, uow.company.reminding, hours)
    place = [stage.name for stage in stages].index(str(timer.data["stage"]))
    for following in stages[place + 1 : place + 2]:
        await uow.timers.start(reminder_timer(clock, following, due_at))
    return stages[place]


def _is_late(timer: Timer, uow: UnitOfWork) -> bool:
    """Whether it rang so late that the bot must have been away."""
    return uow.now - timer.due_at > timedelta(minutes=uow.company.reminding.late_minutes)


def _around(behind: BehindClock) -> Circumstances:
    """Nobody named in the case is reminded in the place of somebody else."""
    named = behind.roster.party_ids
    return NOWHERE.barring(Bar.NAMED, named).barring(Bar.NAMED_UNLESS_ALONE, named)


async def _remind(behind: BehindClock, stage: Stage, is_late: bool, uow: UnitOfWork) -> None:
    told = reminded(behind.asked, stage.level, behind.roster)
    if behind.clock.is_own_affair:
        told = tuple(one for one in told if one in behind.asked)
    else:
        told = await asked_instead(Action.DO_DUTY, told, _around(behind), uow=uow)
    for person in told:
        await give_reminder(behind, stage, person, is_late=is_late, uow=uow)
    if behind.clock.due_at <= uow.now:
        await propose_consequence(behind, uow=uow)
    clock = behind.clock
    facts = {"clock": clock.id, clock.subject.value: clock.subject_id, "stage": stage.name}
    facts |= {"told": [person.id for person in told]}
    await uow.log.write(LogRow(act="deadline_reminded", case_id=clock.case_id, facts=facts))
