"""The duties of a rulebook that the calendar opens, and the settings of theirs that nobody has filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, cast, get_args

from core.rulebook.compiled import CompiledRulebook
from core.rulebook.duty_rules import Duty, Rhythm
from core.rulebook.figures import FromSetting
from core.rules.duty.periods import Period, period_of

_RHYTHMS: Final = get_args(Rhythm)


@dataclass(frozen=True, slots=True)
class Periodic:
    """One duty of the present period."""

    rule: str
    row: Duty
    period: Period


def periodic_duties(
    rulebook: CompiledRulebook, settings: Mapping[str, object], day: date
) -> Iterator[Periodic]:
    """What the calendar demands in the periods of that day; nothing where the rhythm is a setting without a value."""
    start = rulebook.edition.in_force_from
    if start is not None and day < start:
        return
    for name, row in _with_rhythm(rulebook):
        rhythm = _rhythm(row, rulebook, settings)
        if rhythm is not None:
            yield Periodic(name, row, period_of(rhythm, day))


def unset_rhythms(rulebook: CompiledRulebook, settings: Mapping[str, object]) -> tuple[str, ...]:
    """The settings without which some duty never opens, each once."""
    rows = (row for _, row in _with_rhythm(rulebook) if _rhythm(row, rulebook, settings) is None)
    return tuple(dict.fromkeys(row.rhythm.setting for row in rows if isinstance(row.rhythm, FromSetting)))


def _with_rhythm(rulebook: CompiledRulebook) -> Iterator[tuple[str, Duty]]:
    return (
        (name, row) for name, row in rulebook.edition.duties.items() if row.rhythm and not row.is_standing
    )


def _rhythm(row: Duty, rulebook: CompiledRulebook, settings: Mapping[str, object]) -> Rhythm | None:
    written: object = row.rhythm
    if isinstance(row.rhythm, FromSetting):
        name = row.rhythm.setting
        written = settings.get(name, rulebook.setting_values.get(name))
    return cast("Rhythm", written) if written in _RHYTHMS else None
