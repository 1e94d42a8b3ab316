"""The stretch of days that a report is about: a week from its Monday, a calendar month, or any days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from core.model.instants import YEARS
from core.rules.duty.periods import period_of

ReportRhythm = Literal["weekly", "monthly"]

_ONE_DAY: Final = timedelta(days=1)
# a trend looks back about a quarter in weeks, and a year in months
_LOOK_BACK: Final = 12
_CODES: Final[dict[str, ReportRhythm]] = {"w": "weekly", "m": "monthly"}
_CODE_LENGTH: Final = len("w20250303")


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """From the beginning of `first` to 24:00 of `last`; any days have no rhythm."""

    first: date
    last: date
    rhythm: ReportRhythm | None = None

    def begins(self, zone: ZoneInfo) -> datetime:
        """The instant it begins at in that zone."""
        return datetime.combine(self.first, time.min, zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """The instant after its last one in that zone."""
        return datetime.combine(self.last + _ONE_DAY, time.min, zone)

    def before(self) -> "ReportPeriod":
        """The one that ends the day before this begins, as long as this is."""
        day = self.first - _ONE_DAY
        if self.rhythm is None:
            return ReportPeriod(day - (self.last - self.first), day)
        return reported(self.rhythm, day)

    def after(self) -> "ReportPeriod":
        """The one that begins the day after this ends."""
        day = self.last + _ONE_DAY
        if self.rhythm is None:
            return ReportPeriod(day, day + (self.last - self.first))
        return reported(self.rhythm, day)

    def history(self) -> tuple["ReportPeriod", ...]:
        """The periods that a trend shows, the oldest first, this one last."""
        found = [self]
        while self.rhythm is not None and len(found) < _LOOK_BACK:
            found.append(found[-1].before())
        return tuple(reversed(found))

    def months(self) -> tuple[str, ...]:
        """The months that lie in it whole, as `2025-03`: only of these there are orders and a budget."""
        month = reported("monthly", self.first)
        month = month if month.first == self.first else month.after()
        found = []
        while month.last <= self.last:
            found.append(f"{month.first:%Y-%m}")
            month = month.after()
        return tuple(found)

    def begun(self) -> str:
        """When it begins, as a file's name says it: `2025-03` of a month, else the day."""
        return f"{self.first:%Y-%m}" if self.rhythm == "monthly" else self.first.isoformat()

    def code(self) -> str:
        """As a button carries it: `w20250303`, `m20250301`; any days are not pressed."""
        return f"{(self.rhythm or 'days')[0]}{self.first:%Y%m%d}"


def reported(rhythm: ReportRhythm, day: date) -> ReportPeriod:
    """The week or month that has the day."""
    period = period_of(rhythm, day)
    return ReportPeriod(period.first, period.last, rhythm)


def period_in(code: str) -> ReportPeriod | None:
    """The period that a button carries; None for what none of ours does."""
    rhythm = _CODES.get(code[:1])
    if rhythm is None or len(code) != _CODE_LENGTH or not code[1:].isascii():
        return None
    try:
        day = date.fromisoformat(f"{code[1:5]}-{code[5:7]}-{code[7:]}")
    except ValueError:
        return None
    return reported(rhythm, day) if day.year in YEARS else None
