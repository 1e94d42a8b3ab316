"""A report in words: what its pictures, its paper and its sheet all say, as plain data."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from babel import Locale
from babel.dates import format_date

from bot.render.filters import money, tenth
from bot.render.strings import strings_of
from core.model.money import Money
from core.reports.amounts import COST, MONEY, PERSON
from core.reports.indicators import Indicator
from core.reports.page import ReportPage
from core.reports.pareto import UNKNOWN, Bar
from core.reports.period import ReportPeriod
from core.reports.report import IMPORTED, NUMBERS

GROUPS: Final = ("department", "product", "customer", "site", "grade")
MOST_BARS: Final = 8


class ReportWords:
    """The words of one page."""

    def __init__(self, page: ReportPage) -> None:
        self.page = page
        self.report = page.report
        self._strings = strings_of(page.language)
        self._locale = Locale.parse(page.language, sep="-")

    def said(self) -> dict[str, Any]:
        """All of it; figures are texts as they are read, `size` and `cumulative` are numbers to draw by."""
        report, text = self.report, self.text
        return {
            "title": self.title(),
            "subtitle": f"{self.period(report.period)} · {self.joined(self.page.site_names.values())}",
            "imported": self._imported(),
            "numbers": [self._number(name) for name in NUMBERS],
            "sums": [
                {"name": self.word("report_sum", name), "value": money(Money(report.sums[name])), "id": name}
                for name in MONEY
            ],
            "indicators": [self._indicator(one) for one in report.indicators],
            "bars": self._bars("cause", report.causes),
            "trend": [
                {
                    "name": self.short(one),
                    "size": count,
                    "full": self.period(one),
                    "id": f"trend.{one.code()}",
                }
                for one, count in zip(report.period.history(), report.history, strict=True)
            ],
            "groups": [self._group(name) for name in GROUPS if self.is_told(name)],
            "costs": [
                {
                    "name": self.word("cost_class", name),
                    "value": money(Money(fen)),
                    "id": f"{COST}.{name}",
                }
                for name, fen in report.costs.items()
            ],
            "came_back": [
                {"name": bar.key, "value": str(bar.count)} for bar in report.coming_back()[:MOST_BARS]
            ],
            "persons": [
                {
                    "name": f"{self.page.person_names.get(number, '')} {number}".strip(),
                    "value": money(Money(fen)),
                    "id": f"{PERSON}.{number}",
                }
                for number, fen in report.charges.items()
            ],
            "texts": {
                key: text(key)
                for key in (
                    *("causes", "causes_note", "trend", "came_back", "nothing", "nobody", "persons"),
                    *("yuan", "count", "costs", "behind", "behind_note"),
                )
            },
            "is_empty": not report.counts["registered"],
        }

    def title(self) -> str:
        """What kind of report it is."""
        rhythm = self.report.period.rhythm
        if rhythm is None:
            return self.text("title_days")
        return self.text("title").format(rhythm=self.word("report_rhythm", rhythm))

    def period(self, period: ReportPeriod) -> str:
        """The days it is about: a month by its name, else from the first to the last."""
        if period.rhythm == "monthly":
            return format_date(period.first, self._strings.text("formats", "month"), locale=self._locale)
        return f"{self.day(period.first)} – {self.day(period.last)}"

    def short(self, period: ReportPeriod) -> str:
        """A period under a bar: the number of the month, or the first day of the week."""
        if period.rhythm == "monthly":
            return format_date(period.first, "LLL", locale=self._locale)
        return format_date(period.first, self._strings.text("formats", "bar_day"), locale=self._locale)

    def day(self, day: date) -> str:
        """A day with its year."""
        return format_date(day, self._strings.text("formats", "day_of_year"), locale=self._locale)

    def text(self, key: str) -> str:
        """A text of reports."""
        return self._strings.text("report", key)

    def word(self, group: str, key: str) -> str:
        """The word of that group."""
        return self._strings.word(group, key)

    def name_of(self, group: str, key: str) -> str:
        """What a bar is called."""
        if key == UNKNOWN:
            return self.word("report_unknown", group)
        if group == "cause":
            return self.word("cause_class", key)
        if group == "site":
            return self.page.site_names.get(key, key)
        label = self.page.names.get(f"{group}.{key}")
        return label.in_language(self.page.language) if label else key

    def rate(self, indicator: Indicator) -> str:
        """The rate with one place, or that there is none."""
        rate = indicator.rate
        return self.text("not_available") if rate is None else tenth(rate)

    def _imported(self) -> str:
        """That some of the cases are earlier records; empty where none is."""
        count = len(self.report.counts[IMPORTED])
        return self.text("imported").format(count=count) if count else ""

    def joined(self, names: Iterable[str]) -> str:
        """Several names in one text."""
        return self._strings.text("formats", "comma").join(names)

    def _number(self, name: str) -> dict[str, str]:
        return {
            "name": self.word("report_number", name),
            "value": str(len(self.report.counts[name])),
            "id": name,
        }

    def _indicator(self, indicator: Indicator) -> dict[str, str]:
        says = (lambda fen: money(Money(fen))) if indicator.is_money else str
        note = self.word("report_none", indicator.id)
        if indicator.rate is not None:
            counted = self.word("report_indicator_of", indicator.id)
            note = counted.format(part=says(indicator.part), whole=says(indicator.whole))
        return {
            "name": self.word("report_indicator", indicator.id),
            "value": self.rate(indicator),
            "note": note,
            "id": indicator.id.value,
        }

    def is_told(self, group: str) -> bool:
        """One site alone is no distribution; neither is a group of which nobody said anything."""
        bars = self.report.groups[group]
        return bool(bars) and (group != "site" or len(bars) > 1) and any(bar.key for bar in bars)

    def _group(self, name: str) -> Mapping[str, Any]:
        return {"name": self.word("report_group", name), "bars": self._bars(name, self.report.groups[name])}

    def _bars(self, group: str, bars: tuple[Bar, ...]) -> list[dict[str, Any]]:
        """The longest bars, and all others in one."""
        shown, rest = (bars, ()) if len(bars) <= MOST_BARS else (bars[: MOST_BARS - 1], bars[MOST_BARS - 1 :])
        said = [
            self._bar(self.name_of(group, bar.key), bar.count, bar.loss, bar.cumulative)
            | {"id": f"{group}.{bar.key}"}
            for bar in shown
        ]
        if rest:
            count, loss = sum(bar.count for bar in rest), sum(bar.loss for bar in rest)
            said.append(self._bar(self.text("others"), count, loss, rest[-1].cumulative) | {"id": ""})
        return said

    def _bar(self, name: str, count: int, loss: int, cumulative: int) -> dict[str, Any]:
        return {
            "name": name,
            "size": count,
            "loss": money(Money(loss)),
            "cumulative": cumulative,
            "share": tenth(cumulative),
        }
