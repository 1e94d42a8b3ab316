"""When people of a site are at work: its working days, from opening to closing."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.model.company import Company
from core.model.working_days import WorkingDays
from core.rulebook.timing import MINUTES_OF_AN_HOUR

_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """The hours of one site; `opens`, `closes` and `digest` are minutes from the beginning of a working day."""

    zone: ZoneInfo
    working_days: WorkingDays
    opens: int
    closes: int
    digest: int

    def has(self, at: datetime) -> bool:
        """Whether people are at work at that instant; both ends are."""
        local = at.astimezone(self.zone)
        minute = local.hour * MINUTES_OF_AN_HOUR + local.minute
        return self.working_days.is_worked(local.date()) and self.opens <= minute <= self.closes

    def opening(self, day: date) -> datetime:
        """When that day's work begins."""
        return self._at(day, self.opens)

    def closing(self, day: date) -> datetime:
        """When that day's work ends."""
        return self._at(day, self.closes)

    def closing_before(self, at: datetime) -> datetime:
        """When the last working day's work ended by then."""
        day = at.astimezone(self.zone).date()
        while not self.working_days.is_worked(day) or self.closing(day) > at:
            day -= _ONE_DAY
        return self.closing(day)

    def next_digest(self, at: datetime) -> datetime:
        """The first digest of a working day after that instant."""
        day = at.astimezone(self.zone).date()
        while not self.working_days.is_worked(day) or self._at(day, self.digest) <= at:
            day += _ONE_DAY
        return self._at(day, self.digest)

    def worked_before(self, day: date, count: int) -> date:
        """The working day so many working days before `day`, which is not counted itself."""
        while count > 0:
            day -= _ONE_DAY
            count -= self.working_days.is_worked(day)
        return day

    def _at(self, day: date, minute: int) -> datetime:
        hours, minutes = divmod(minute, MINUTES_OF_AN_HOUR)
        return datetime.combine(day, time(hours, minutes), self.zone)


def office_hours(site_id: str, company: Company, working_days: WorkingDays) -> OfficeHours:
    """The office hours of that site; of the first one where a person's site is none of the company's."""
    known = {site.id: site for site in company.sites}
    site = known.get(site_id, company.sites[0])
    return OfficeHours(
        zone=ZoneInfo(site.zone),
        working_days=working_days,
        opens=site.opens,
        closes=site.closes,
        digest=company.reminding.digest,
    )
