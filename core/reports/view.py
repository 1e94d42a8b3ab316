"""Which report a button is about: its period and site, as its data carries them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from core.errors import NoSuchThing
from core.model.number_text import is_number
from core.reports.period import ReportPeriod, ReportRhythm, period_in, reported

# of the place of a site in the list
_MOST_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class ReportView:
    """A period, and one of the reader's sites counted from 1, or 0 for all of them."""

    period: ReportPeriod
    site: int = 0

    def code(self) -> str:
        """As a button carries it: `w20250303.0`."""
        return f"{self.period.code()}.{self.site}"

    def of(self, period: ReportPeriod) -> "ReportView":
        """The same sites in another period."""
        return replace(self, period=period)

    def in_rhythm(self, rhythm: ReportRhythm, today: date) -> "ReportView":
        """The same sites in the week or month of today where today is in it, else of its day next to today."""
        day = max(self.period.first, min(self.period.last, today))
        return self.of(reported(rhythm, day))

    def sites_in(self, sites: tuple[str, ...]) -> tuple[str, ...]:
        """The sites it shows, out of those its reader may read."""
        return (sites[self.site - 1],) if 0 < self.site <= len(sites) else sites

    def at_next_site(self, sites: tuple[str, ...]) -> "ReportView":
        """All sites, then each by itself."""
        return replace(self, site=(self.site + 1) % (len(sites) + 1))


def view_in(code: str) -> ReportView:
    """The view that a button carries; NoSuchThing for what none of ours does."""
    shown, _, site = code.partition(".")
    period = period_in(shown)
    if period is None or not is_number(site, _MOST_DIGITS):
        raise NoSuchThing("report_unknown")
    return ReportView(period, int(site))
