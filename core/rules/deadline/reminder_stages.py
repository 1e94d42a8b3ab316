"""The stages of the reminders of one deadline: before, at, after, and then up the line, one superior after another."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from core.model.deadline_clock import DeadlineClock
from core.model.instants import AN_INSTANT
from core.model.reminding import Reminding
from core.rules.deadline.clock_of_duty import in_hours
from core.rules.deadline.office_hours import OfficeHours

BEFORE: Final = "before"
AT: Final = "at"
AFTER: Final = "after"
_UP: Final = "up"
_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a deadline and when it comes; `level` counts superiors, 0 for the owner's own."""

    name: str
    at: datetime
    level: int = 0


def disturbs(clock: DeadlineClock, stage: Stage) -> bool:
    """Whether that stage is told of at any hour: all of what a rulebook makes urgent, the company's own to its end."""
    return clock.is_urgent and (bool(clock.rulebook) or stage.name in (BEFORE, AT))


def reminder_stages(
    clock: DeadlineClock, due_at: datetime, reminding: Reminding, office: OfficeHours
) -> tuple[Stage, ...]:
    """Every stage in the order of time; `due_at` is later than the clock's own where it was late when it began.

    Hours are counted through nights and days of rest, days by the opening of working days. What ends by itself has
    no stage after its end, and what is somebody's own affair goes up no line.
    """
    if clock.is_own_affair:
        reminding = replace(reminding, superiors=0)
    is_of_hours = bool(clock.steps) and in_hours(clock.steps[0][0])
    stages = (
        _of_hours(clock, due_at, reminding) if is_of_hours else _of_days(clock, due_at, reminding, office)
    )
    if clock.warn_at is not None:
        warned = [Stage(BEFORE, clock.warn_at)] if clock.warn_at < clock.due_at else []
        stages = (*warned, *stages[1:])
    if not clock.ends_itself:
        return stages
    before, at = stages[0], stages[1]
    return (Stage(BEFORE, _while_at_work(before.at, clock, office)), at)


def _while_at_work(at: datetime, clock: DeadlineClock, office: OfficeHours) -> datetime:
    """Then, or when people last go home before, where the morning's list would come too late."""
    if office.has(at) or office.next_digest(at) < clock.due_at:
        return at
    closing = office.closing_before(at)
    return closing if closing > clock.starts_at else at


def _of_hours(clock: DeadlineClock, due_at: datetime, reminding: Reminding) -> tuple[Stage, ...]:
    span = clock.due_at - clock.starts_at
    beat = min(span * reminding.repeat_percent // _PERCENT, timedelta(hours=reminding.longest_repeat_hours))
    due = due_at.astimezone(UTC)
    later = [due + beat * count for count in range(1, reminding.superiors + 2)]
    return (Stage(BEFORE, due - span * reminding.before_percent // _PERCENT), *_from(due, later))


def _of_days(
    clock: DeadlineClock, due_at: datetime, reminding: Reminding, office: OfficeHours
) -> tuple[Stage, ...]:
    last_day = (due_at - AN_INSTANT).astimezone(office.zone).date()
    counts = (1 + reminding.repeat_days * count for count in range(1, reminding.superiors + 2))
    later = [office.opening(office.working_days.after(last_day, count)) for count in counts]
    mornings = (
        office.opening(office.worked_before(last_day, reminding.before_days)),
        office.opening(last_day),
    )
    half_way = clock.starts_at + (due_at - clock.starts_at) // 2
    before = next((at for at in mornings if clock.starts_at < at < due_at), half_way)
    return (Stage(BEFORE, before), *_from(due_at, later))


def _from(due_at: datetime, later: list[datetime]) -> tuple[Stage, ...]:
    after, *up = later
    superiors = (Stage(f"{_UP}{level}", at, level) for level, at in enumerate(up, 1))
    return (Stage(AT, due_at), Stage(AFTER, after), *superiors)
