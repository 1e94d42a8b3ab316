"""Read the cases behind a figure of a report, or those behind all its figures."""

from itertools import islice
from typing import Final

from msgspec.structs import replace

from core.actions.report.read_report import read_report
from core.model.person import Person
from core.ports import UnitOfWork
from core.reports.figure import Chapter, Figure
from core.reports.figures import all_figures, figure_of
from core.reports.page import ReportPage
from core.reports.period import ReportPeriod, period_in

MOST_SHOWN: Final = 1000
"""How many cases of one figure a file names."""
ALL: Final = 10**9
"""More than there are."""


async def read_figure(
    token: str, period: ReportPeriod, sites: tuple[str, ...], *, actor: Person, uow: UnitOfWork
) -> tuple[ReportPage, Figure]:
    """The report as the actor may read it today, and one figure of it with its cases; NoSuchThing for none."""
    page = await read_report(period, sites, actor=actor, uow=uow)
    figure = figure_of(page.report, token)
    earlier = period_in(figure.key) if figure.chapter is Chapter.TREND and not figure.cases else None
    if earlier is None:
        return page, figure
    found = await _registered(earlier, page.report.sites, ALL, uow)
    return page, replace(figure, cases=found, count=len(found))


async def trace_report(page: ReportPage, *, uow: UnitOfWork, most: int = MOST_SHOWN) -> ReportPage:
    """The page with what a file or a terminal names behind each figure, of every period: at most so many cases each."""
    earlier = [
        await _registered(one, page.report.sites, most, uow) for one in page.report.period.history()[:-1]
    ]
    report = replace(page.report, earlier=tuple(earlier))
    known = {case.id for case in page.cases}
    wanted = {one for figure in all_figures(report) for one in islice(figure.listed, most)}
    return replace(page, report=report, others=await uow.statistics.rows(tuple(sorted(wanted - known))))


async def _registered(
    period: ReportPeriod, sites: tuple[str, ...], most: int, uow: UnitOfWork
) -> tuple[int, ...]:
    zone = uow.company.zone(sites[0])
    return await uow.statistics.registered_ids(period.begins(zone), period.ends(zone), sites, most)
