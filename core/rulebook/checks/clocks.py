"""Clocks must be able to run: starts that are moments, lengths that are counts, units that fit."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.rulebook.edition import Edition
from core.rulebook.fields import Fields, flat_fields
from core.rulebook.figures import FromSetting
from core.rulebook.scalars import NotAllowed
from core.rulebook.timing import Clock
from core.rulebook.timing_readers import read_length

_STARTS = {"date", "time"}


def clocks_that_cannot_run(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every clock whose start or length does not fit its unit."""
    fields = flat_fields(edition)
    for name, row in edition.deadlines.items():
        for place, clock in enumerate(row.clocks):
            path = f"deadlines.{name}.clocks[{place}]"
            yield from _of_start(path, clock, edition, fields)
            yield from _of_length(path, clock, edition)


def _of_start(path: str, clock: Clock, edition: Edition, fields: Fields) -> Iterator[Fault]:
    event = edition.events.get(clock.since or "")
    if event is not None and event.type == "month" and clock.unit != "day_of_next_month":
        allowed = "a month starts day_of_next_month"
        yield Fault(path, f"{clock.since!r}, a month, starts a clock of {clock.unit};", allowed)
    field = fields.get(clock.since_fact or "")
    if field is None:
        return
    if field.type not in _STARTS:
        yield Fault(path, f"starts at {clock.since_fact!r}, which is no date or time;", "allowed is one")
    elif field.type == "date" and clock.unit == "hours":
        yield Fault(path, "counts hours from a day;", "allowed are hours from a time, or another unit")


def _of_length(path: str, clock: Clock, edition: Edition) -> Iterator[Fault]:
    if not isinstance(clock.length, FromSetting):
        return
    setting = edition.settings.get(clock.length.setting)
    if setting is None:
        return
    if setting.type != "count":
        yield Fault(path, f"the setting {clock.length.setting!r} is no count;", "allowed is type = 'count'")
    elif setting.value is not None:
        try:
            read_length(setting.value)
        except NotAllowed as refused:
            yield Fault(f"settings.{clock.length.setting}.value", f"is {setting.value!r};", str(refused))
