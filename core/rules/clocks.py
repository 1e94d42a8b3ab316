"""When something is due: hours run on, days end at 24:00 of the last one."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.model.assessment import DueBy, Step
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook, DeadlineRule
from core.rulebook.timing import Clock


def running_deadlines(
    rulebook: CompiledRulebook, case: Circumstances, events: Mapping[str, datetime]
) -> tuple[DueBy, ...]:
    """Return every deadline whose condition holds and whose event has happened; the earliest clock counts."""
    if not events:
        return ()
    return tuple(
        min(clocks, key=lambda due: due.due_at)
        for rule in rulebook.deadlines
        if rule.gate.holds(case) and (clocks := _running(rule, rulebook.zone, case, events))
    )


def _running(
    rule: DeadlineRule, zone: ZoneInfo, case: Circumstances, events: Mapping[str, datetime]
) -> list[DueBy]:
    row = rule.row
    return [
        DueBy(
            rule.id,
            row.clause,
            events[clock.row.since],
            due_at(clock.row, events[clock.row.since], zone),
            row.owner,
            row.label,
            _steps(clock.row),
        )
        for clock in rule.clocks
        if clock.row.since in events and clock.gate.holds(case)
    ]


def due_at(clock: Clock, start: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant of expiry, which is still in time.

    Days are counted in `zone`; the day of the event is not counted, and 24:00 is 00:00 of the next day.
    """
    if clock.hours is not None:
        return start + timedelta(hours=clock.hours)
    midnight = start.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=(clock.days or 0) + 1)


def _steps(clock: Clock) -> tuple[Step, ...]:
    if clock.hours is not None:
        return (("hours_after", (clock.since, clock.hours)),)
    return (("days_after", (clock.since, clock.days)),)
