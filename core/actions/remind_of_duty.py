"""A stage of a deadline has come: remind whom it waits for, or whoever stands above."""

from datetime import datetime, timedelta

from core.actions.asked_for import asked_for
from core.actions.give_reminder import give_reminder
from core.actions.propose_consequence import propose_consequence
from core.actions.read_roster import read_roster
from core.actions.start_clock import hours_of, stop_clock
from core.model.duty import Duty
from core.model.duty_clock import DutyClock
from core.model.log import LogRow
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rules.reminded import reminded
from core.rules.reminder_stages import Stage, reminder_stages
from core.rules.reminder_timers import reminder_timer
from core.screens.reminders import Reminded


async def remind_of_duty(timer: Timer, uow: UnitOfWork) -> None:
    """Silent where the duty is done, fell away, or is due at another time by now; then the next stage waits."""
    duty = await uow.duties.get(timer.subject_id)
    clock = await uow.duty_clocks.one(duty_id=duty.id)
    if clock is None or not clock.is_running:
        return
    if not duty.is_open:
        await stop_clock(clock, uow=uow)
        return
    due_at = datetime.fromisoformat(str(timer.data["from"]))
    hours = await hours_of(clock.site, uow=uow)
    stages = reminder_stages(clock, due_at, uow.company.reminding, hours)
    names = [stage.name for stage in stages]
    place = names.index(str(timer.data["stage"]))
    await _remind(duty, clock, stages[place], _is_late(timer, uow), uow)
    for following in stages[place + 1 : place + 2]:
        await uow.timers.start(reminder_timer(clock, following, due_at))


def _is_late(timer: Timer, uow: UnitOfWork) -> bool:
    """Whether it rang so late that the bot must have been away."""
    return uow.now - timer.due_at > timedelta(minutes=uow.company.reminding.late_minutes)


async def _remind(duty: Duty, clock: DutyClock, stage: Stage, is_late: bool, uow: UnitOfWork) -> None:
    roster = await read_roster(duty.case_id, duty.site, uow=uow)
    asked = await asked_for(duty, roster, uow=uow)
    about = Reminded(duty=duty, case=roster.case, clock=clock, stage=stage, asked=asked)
    told = reminded(asked, stage.level, roster)
    for person in told:
        await give_reminder(about, person, is_late=is_late, uow=uow)
    if clock.due_at <= uow.now and duty.finished_by is None:
        await propose_consequence(about, roster, uow=uow)
    facts = {"duty": duty.id, "stage": stage.name, "told": [person.id for person in told]}
    await uow.log.write(LogRow(act="duty_reminded", case_id=duty.case_id, facts=facts))
