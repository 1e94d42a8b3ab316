"""All figures of a report, chapter by chapter: what can be asked for its cases."""

from collections.abc import Iterable, Iterator
from typing import Final

from core.errors import NoSuchThing
from core.model.number_text import is_number
from core.reports.amounts import COST, MONEY, PERSON
from core.reports.figure import Chapter, Figure
from core.reports.indicators import Indicator
from core.reports.report import IMPORTED, NUMBERS, Report

GOOD: Final = "_good"
"""After the id of an indicator: what speaks for us."""
_BARS: Final = (
    Chapter.CAUSES,
    Chapter.DEPARTMENTS,
    Chapter.PRODUCTS,
    Chapter.CUSTOMERS,
    Chapter.SITES,
    Chapter.GRADES,
)
# places that buttons of an earlier release carry have fewer digits than a token
_MOST_DIGITS: Final = 6


def figures_in(report: Report, chapter: Chapter) -> tuple[Figure, ...]:
    """The figures of that chapter, those without a case too."""
    if chapter in _BARS:
        return tuple(_bars(report, chapter))
    if chapter is Chapter.NUMBERS:
        return tuple(_counted(chapter, name, report.counts[name]) for name in (*NUMBERS, IMPORTED))
    if chapter is Chapter.INDICATORS:
        return tuple(one for indicator in report.indicators for one in _measured(report, indicator))
    return tuple(_trend(report) if chapter is Chapter.TREND else _added_up(report, chapter))


def all_figures(report: Report) -> tuple[Figure, ...]:
    """The figures of all chapters, in their order."""
    return tuple(figure for chapter in Chapter for figure in figures_in(report, chapter))


def figure_named(report: Report, name: str) -> Figure | None:
    """The figure that people and programs write so; None for none of this report."""
    return next((one for one in all_figures(report) if one.name == name), None)


def figure_of(report: Report, token: str) -> Figure:
    """The figure that a button carries, persons excepted; NoSuchThing if the report has it not, or no longer."""
    group, _, place = token.partition("~")
    if is_number(place, _MOST_DIGITS):
        return _at(report, group, int(place))
    among = (one for chapter in _chapters_with(group) for one in figures_in(report, chapter))
    found = next((one for one in among if one.token == token), None)
    if found is None:
        raise NoSuchThing("report_figure_gone" if place else "report_unknown")
    return found


def _chapters_with(group: str) -> Iterable[Chapter]:
    """Where to look for it: in its own chapter, or in those whose figures have no group of their own name."""
    if group in _BARS:
        return (Chapter(group),)
    return (Chapter.NUMBERS, Chapter.INDICATORS, Chapter.MONEY, Chapter.TREND)


def _at(report: Report, group: str, place: int) -> Figure:
    """The bar at that place, as buttons of an earlier release name it."""
    bars = figures_in(report, Chapter(group)) if group in _BARS else ()
    if place >= len(bars):
        raise NoSuchThing("report_unknown")
    return bars[place]


def _bars(report: Report, chapter: Chapter) -> Iterator[Figure]:
    bars = report.causes if chapter is Chapter.CAUSES else report.groups[chapter.value]
    lost = report.amounts["loss"]
    for bar in bars:
        yield Figure(
            chapter=chapter,
            group=chapter.value,
            key=bar.key,
            cases=bar.cases,
            count=bar.count,
            fen=bar.loss,
            amounts=lost,
            cumulative=bar.cumulative,
        )


def _measured(report: Report, one: Indicator) -> Iterator[Figure]:
    """What speaks for us and what against us; of costs and complaints there is one side only."""
    name, chapter = one.id.value, Chapter.INDICATORS
    if one.is_money:
        yield _added(report, chapter, "", "spent", name)
        return
    yield _counted(chapter, name, one.cases)
    if one.good is not None:
        yield _counted(chapter, f"{name}{GOOD}", one.good)


def _added_up(report: Report, chapter: Chapter) -> Iterator[Figure]:
    if chapter is Chapter.PERSONS:
        yield from (_added(report, chapter, PERSON, key) for key in report.charges)
        return
    yield from (_added(report, chapter, "", key) for key in MONEY)
    yield from (_added(report, chapter, COST, key) for key in report.costs)


def _trend(report: Report) -> Iterator[Figure]:
    """The cases of the last period are those of the report; of those before, only when they were read."""
    periods = report.period.history()
    earlier = report.earlier or ((),) * (len(periods) - 1)
    listed = (*earlier, report.counts["registered"])
    for period, count, cases in zip(periods, report.history, listed, strict=True):
        yield Figure(chapter=Chapter.TREND, group="trend", key=period.code(), cases=cases, count=count)


def _counted(chapter: Chapter, key: str, cases: tuple[int, ...]) -> Figure:
    return Figure(chapter=chapter, key=key, cases=cases, count=len(cases))


def _added(report: Report, chapter: Chapter, group: str, key: str, name: str = "") -> Figure:
    by_case = report.amounts[f"{group}.{key}" if group else key]
    return Figure(
        chapter=chapter,
        group=group,
        key=name or key,
        cases=tuple(by_case),
        count=len(by_case),
        fen=sum(by_case.values()),
        amounts=by_case,
    )
