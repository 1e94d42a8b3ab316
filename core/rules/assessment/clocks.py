"""Which deadlines run: what started them, whether their condition holds, and the earliest of their clocks."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct

from core.model.assessment import DueBy
from core.model.request import FactValue
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook, DeadlineRule
from core.rulebook.figures import FromSetting
from core.rulebook.timing import CLOSE_OF_BUSINESS, END_OF_DAY, Clock
from core.rules.assessment.due_instants import Calendar, due_at
from core.rules.assessment.findings import Findings
from core.rules.deadline.clock_steps import clock_steps


class _Run(Struct, frozen=True):
    """A clock that has started: at which instant, under which name its start is known, and for how long it runs."""

    clock: Clock
    start: str
    at: datetime
    length: int | None


def running_deadlines(
    rulebook: CompiledRulebook,
    case: Circumstances,
    events: Mapping[str, datetime],
    findings: Findings,
) -> tuple[DueBy, ...]:
    """Return every deadline that has started and whose condition holds; the earliest clock counts.

    A deadline whose length no setting gives is not among them; the setting is noted as missing.
    """
    calendar = _calendar(rulebook, case)
    return tuple(
        _earliest(rule, runs, calendar, findings)
        for rule in rulebook.deadlines
        if (runs := tuple(_runs(rule, case, events, calendar)))
        and rule.gate.holds(case)
        and _have_lengths(runs, case)
    )


def _calendar(rulebook: CompiledRulebook, case: Circumstances) -> Calendar:
    closing = case.settings.get(CLOSE_OF_BUSINESS)
    last_minute = closing if isinstance(closing, int) else END_OF_DAY
    return Calendar(rulebook.zone, rulebook.working_days, last_minute)


def _runs(
    rule: DeadlineRule, case: Circumstances, events: Mapping[str, datetime], calendar: Calendar
) -> Iterator[_Run]:
    for ruled in rule.clocks:
        clock = ruled.row
        if clock.unless in events:
            continue
        at = _start(clock, case.facts, events, calendar)
        if at is not None and ruled.gate.holds(case):
            start = f"fact.{clock.since_fact}" if clock.since is None else f"event.{clock.since}"
            yield _Run(clock, start, at, _length(clock, case))


def _start(
    clock: Clock, facts: Mapping[str, FactValue], events: Mapping[str, datetime], calendar: Calendar
) -> datetime | None:
    if clock.since is not None:
        return events.get(clock.since)
    value = facts.get(clock.since_fact or "")
    if isinstance(value, datetime):
        return value
    return calendar.begin(value) if isinstance(value, date) else None


def _length(clock: Clock, case: Circumstances) -> int | None:
    if not isinstance(clock.length, FromSetting):
        return clock.length
    value = case.settings.get(clock.length.setting)
    return value if isinstance(value, int) else None


def _have_lengths(runs: tuple[_Run, ...], case: Circumstances) -> bool:
    lengths = [run.clock.length for run in runs if run.length is None]
    case.missing_settings.update({one.setting: None for one in lengths if isinstance(one, FromSetting)})
    return not lengths


def _earliest(rule: DeadlineRule, runs: tuple[_Run, ...], calendar: Calendar, findings: Findings) -> DueBy:
    due = [(due_at(run.clock.unit, run.length or 0, run.at, calendar), run) for run in runs]
    at, run = min(due, key=lambda one: one[0])
    row = rule.row
    findings.lean_on(row.reading, row.clause)
    findings.lean_on(run.clock.reading, row.clause)
    steps = clock_steps(run.clock.unit, run.length or 0, (run.start, run.at), at, calendar)
    return DueBy(rule.id, row.clause, run.at, at, row.owner, row.label, steps)
