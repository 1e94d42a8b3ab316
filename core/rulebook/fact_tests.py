"""Closures for tests of facts: equality, membership, presence, bounds, dates."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.model.instants import AN_INSTANT
from core.rulebook.calendar_months import months_later
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.conditions import FactTest, Within
from core.rulebook.fields import figure
from core.rulebook.gate import Test, is_absent, value_of
from core.rulebook.limits import limits

Absent = Callable[[Circumstances, Party | None], bool | None]
"""What a test of an absent fact answers: False, or None where the fact is asked for."""


def read_by(test: FactTest) -> tuple[str, ...]:
    """Return the facts that a test looks at: its own, and the date it is held against."""
    other = test.after if test.within is None else test.within.of
    return (test.fact,) if other is None else (test.fact, other)


def fact_test(test: FactTest, field_type: str, absent: Absent, zone: ZoneInfo) -> Test:
    """Compile a test of one fact."""
    if test.within is not None:
        return _within(test.fact, test.within, absent, zone)
    if test.after is not None:
        return _after(test.fact, test.after, absent, zone)
    matches = _matcher(test, field_type)
    name = test.fact

    if test.given is not None:
        return _given(name, absent, wanted=test.given)
    if not (name.startswith("person.") or name == "occurred_on"):
        return _of_case(name, matches, absent)

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        value = value_of(name, circumstances, party)
        return absent(circumstances, party) if value is None else matches(value)

    return holds


def _of_case(name: str, matches: Callable[[object], bool], absent: Absent) -> Test:
    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        value = circumstances.facts.get(name)
        return absent(circumstances, party) if value is None else matches(value)

    return holds


def _given(name: str, absent: Absent, *, wanted: bool) -> Test:
    if "." not in name:
        return _given_of_case(name, absent, wanted=wanted)

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        if not is_absent(name, circumstances, party):
            return (value_of(name, circumstances, party) is not None) is wanted
        return None if absent(circumstances, party) is None else not wanted

    return holds


def _given_of_case(name: str, absent: Absent, *, wanted: bool) -> Test:
    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        if name in circumstances.facts:
            return wanted
        return None if absent(circumstances, party) is None else not wanted

    return holds


def _matcher(test: FactTest, field_type: str) -> Callable[[object], bool]:
    if test.is_ is not None:
        wanted = test.is_
        return lambda value: value == wanted
    if test.in_ is not None:
        several = frozenset(test.in_)
        return lambda value: value in several
    if test.has is not None:
        part = test.has
        return lambda value: isinstance(value, tuple) and part in value
    low, high = limits(test, lambda written: figure(field_type, written))
    return lambda value: isinstance(value, int) and low <= value and (high is None or value <= high)


def _within(fact: str, within: Within, absent: Absent, zone: ZoneInfo) -> Test:
    origin = within.of

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        value, start = value_of(fact, circumstances, party), value_of(origin, circumstances, party)
        if value is None or start is None:
            return absent(circumstances, party)
        first = _day(start, zone)
        last = _last_day(first, within)
        return first <= _day(value, zone) and (_day(value, zone) <= last or _ends(last, value, zone))

    return holds


def _after(fact: str, other: str, absent: Absent, zone: ZoneInfo) -> Test:
    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        value, start = value_of(fact, circumstances, party), value_of(other, circumstances, party)
        if value is None or start is None:
            return absent(circumstances, party)
        if isinstance(value, datetime) and isinstance(start, datetime):
            return value > start
        return _day(value, zone) > _day(start, zone)

    return holds


def _last_day(first: date, within: Within) -> date:
    if within.months is not None:
        return months_later(first, within.months)
    return first + timedelta(days=within.days or 0)


def _ends(day: date, value: object, zone: ZoneInfo) -> bool:
    """Tell whether the instant is 24:00 of the day, which is still in time."""
    return isinstance(value, datetime) and _day(value - AN_INSTANT, zone) == day


def _day(value: object, zone: ZoneInfo) -> date:
    if isinstance(value, datetime):
        return value.astimezone(zone).date()
    assert isinstance(value, date)  # noqa: S101 (the second pass of checks lets only dates and times through)
    return value
