"""For a file or a terminal the cases behind every figure are read, also those of other periods."""

from datetime import timedelta

from core.actions.report.read_report import report_page
from core.actions.report.trace_report import MOST_SHOWN, trace_report
from core.model.case import Stage
from core.reports.figures import all_figures, figure_named
from tests.core.reports.material import MARCH
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, case, staffed

SITES = ("suzhou",)


async def two_months() -> FakeUnitOfWork:
    """A case of this month, and one of last month that is still open."""
    uow = await staffed()
    await uow.cases.add(case())
    earlier = NOW - timedelta(days=20)
    await uow.cases.add(case(number="250211", registered_at=earlier, stage=Stage.DECIDED, import_id=1))
    return uow


async def test_every_case_behind_a_figure_is_known_by_its_number() -> None:
    uow = await two_months()
    page = await report_page(MARCH, SITES, language="zh-Hans", uow=uow, with_persons=True)

    traced = await trace_report(page, uow=uow)

    numbers = {one.id: one.number for one in (*traced.cases, *traced.others)}
    assert {numbers[one] for figure in all_figures(traced.report) for one in figure.cases} == {
        "250303",
        "250211",
    }
    assert [one.is_imported for one in traced.others] == [True]


async def test_an_earlier_month_of_the_trend_leads_to_its_cases_too() -> None:
    uow = await two_months()
    page = await report_page(MARCH, SITES, language="zh-Hans", uow=uow, with_persons=False)

    before = figure_named((await trace_report(page, uow=uow)).report, "trend.m20250201")

    assert before is not None
    assert before.cases == (2,)
    assert MOST_SHOWN > before.count == 1
