"""Every figure of a report leads to its cases: chapter by chapter, page by page, and as far as the reader may open them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.errors import NoSuchThing, NotThisPerson
from core.model.case import Stage
from core.model.message import Button, Message
from core.model.negotiation import Contentment, Survey
from core.model.remedy import Cost, CostClass, RemedyKind, Undertaking
from core.model.roles import Grant, Role
from core.reports.figure import Chapter
from core.reports.page import ReportForm
from handlers import reporting
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk
from tests.handlers.test_reporting import MARCH, figures, opened, presses, talk_of, with_cases
from tests.make import NOW, by_no, case, staffed

HOUR = timedelta(hours=1)
CHAPTERS = [one for one in Chapter if one not in (Chapter.PERSONS, Chapter.SITES)]


async def busy() -> FakeUnitOfWork:
    """As `with_cases`, with a customer asked, a part paid for, and a case without a product of an import."""
    uow = await with_cases()
    await uow.surveys.add(
        Survey(case_id=1, asked_by=1, asked_at=NOW, answer=Contentment.DISSATISFIED, answered_at=NOW + HOUR)
    )
    await uow.undertakings.add(
        Undertaking(
            case_id=1,
            kind=RemedyKind.REPAIR,
            what="换轴封",
            owner_id=1,
            costs=(Cost(cost_class=CostClass.PARTS, fen=12_345, basis="发票"),),
            done_at=NOW + HOUR,
            done_by=1,
        )
    )
    await uow.cases.add(case(number="250306", product="", part_no="", customer="", import_id=1))
    return uow


async def in_chapter(uow: FakeUnitOfWork, chapter: str, employee_no: str = "E11", code: str = MARCH) -> Talk:
    talk = await opened(uow, employee_no, code)
    await talk.presses(f"report_chapter_{chapter}")
    return talk


def listed(message: Message) -> list[str]:
    cases: Any = message.data["cases"]
    return [one["number"] for one in cases]


def buttons(message: Message) -> list[Button]:
    return [button for row in message.rows for button in row]


@pytest.mark.parametrize("chapter", [one for one in CHAPTERS if one is not Chapter.NUMBERS])
async def test_every_figure_of_every_chapter_leads_to_as_many_cases_as_it_says(chapter: Chapter) -> None:
    talk = await in_chapter(await busy(), chapter.value)
    shown = talk.latest()
    asked = [button for button in buttons(shown) if button.verb == "figure"]
    assert asked
    for button in asked:
        await talk.presses(button.arg, shown)
        behind = talk.latest()
        assert behind.data["total"] == button.id > 0
        assert len(listed(behind)) == button.id
        assert not behind.data["is_changed"]


async def test_the_ways_lead_back_to_the_chapter_and_to_the_report() -> None:
    talk = await in_chapter(await busy(), "product")
    await talk.presses("report_no_product:1")
    assert listed(talk.latest()) == ["250306"]
    await talk.presses("back")
    assert talk.latest().template == "report_chapter"
    await talk.presses("report_back")
    assert talk.latest().template == "report"


async def test_under_the_files_and_the_pictures_alone_stand_the_same_ways() -> None:
    talk = await in_chapter(await busy(), "cause")
    await talk.presses("report_pareto")
    await talk.presses("report_chapter_number")
    await talk.presses("report_n_registered")
    assert listed(talk.latest()) == ["250303", "250304", "250306"]
    await talk.presses("report_back")
    await talk.presses("report_chapter_trend")
    await talk.presses("report_trend")
    assert talk.uow.drawing.drawn[-1][0] is ReportForm.TREND
    assert "report_chapter_trend" in [button.label for button in buttons(talk.latest())]


async def test_a_month_of_the_trend_leads_to_the_cases_of_that_month() -> None:
    talk = await in_chapter(await busy(), "trend")
    assert [button.text for button in buttons(talk.latest())][:2] == ["2025-03 3", "2025-02 1"]
    await talk.presses("2025-02 1")
    assert listed(talk.latest()) == ["250226"]


async def test_a_sum_says_what_each_case_adds_the_most_first() -> None:
    uow = await busy()
    await uow.figures.add(replace(figures(5), direct_loss=None, borne=None))
    second = await uow.cases.add(case(number="250307"))
    await uow.figures.add(replace(figures(second.id), charged=figures(1).borne))
    talk = await in_chapter(uow, "sum")
    await talk.presses("report_s_charged:3")
    cases: Any = talk.latest().data["cases"]
    assert [(one["number"], one["money"].fen) for one in cases] == [
        ("250303", 91980),
        ("250306", 91980),
        ("250307", 54020),
    ]


async def test_an_imported_case_is_marked_and_counted() -> None:
    talk = await opened(await busy(), "E11", MARCH)
    assert talk.latest().data["imported"] == 1
    await talk.presses("report_n_imported")
    cases: Any = talk.latest().data["cases"]
    assert [(one["number"], one["is_imported"]) for one in cases] == [("250306", True)]


async def test_sixty_products_come_in_pages_and_the_way_back_leads_to_the_right_one() -> None:
    uow = await staffed()
    for number in range(60):
        await uow.cases.add(case(number=f"2503{number + 40}", part_no=f"P-{number:02}"))
    talk = await in_chapter(uow, "product")
    assert talk.latest().data["total"] == 60
    for _ in range(7):
        await talk.presses("page_after")
    last = talk.latest()
    assert [button.text for button in buttons(last)][:4] == ["P-56 1", "P-57 1", "P-58 1", "P-59 1"]
    await talk.presses("P-59 1")
    await talk.presses("back")
    assert talk.latest().data["begin"] == 57
    await talk.presses("page_before")
    assert talk.latest().data["begin"] == 49


async def test_a_figure_pressed_later_says_that_it_changed_and_shows_its_own_period() -> None:
    uow = await busy()
    talk = await in_chapter(uow, "customer")
    earlier = talk.latest()
    uow.now += timedelta(days=40)
    await talk.presses("宏达机电 1", earlier)
    assert not talk.latest().data["is_changed"]
    await uow.cases.add(case(number="250308"))
    await talk.presses("宏达机电 1", earlier)
    behind = talk.latest()
    assert (behind.data["is_changed"], behind.data["then"]) == (True, 1)
    assert listed(behind) == ["250303", "250308"]


async def test_a_kind_of_figures_pressed_later_says_that_they_changed() -> None:
    uow = await busy()
    talk = await opened(uow, "E11", MARCH)
    report = talk.latest()
    await talk.presses("report_chapter_customer", report)
    assert not talk.latest().data["is_changed"]
    await uow.cases.add(case(number="250308"))
    await talk.presses("report_chapter_customer", report)
    assert talk.latest().data["is_changed"]


async def test_a_figure_whose_last_case_went_says_so() -> None:
    uow = await busy()
    talk = await in_chapter(uow, "product")
    only = next(button for button in buttons(talk.latest()) if button.label == "report_no_product")
    gone = await uow.cases.one(number="250306")
    assert gone is not None
    await uow.cases.put(replace(gone, stage=Stage.REFUSED))
    with pytest.raises(NoSuchThing) as refused:
        await talk.presses(only.arg)
    assert refused.value.what == "report_figure_gone"


async def test_who_reads_reports_but_not_all_cases_gets_numbers_and_no_ways_in() -> None:
    uow = await busy()
    hr = await by_no(uow, "E17")
    await uow.persons.put(replace(hr, grants=(Grant(Role.HR, "suzhou"),)))
    talk = await in_chapter(uow, "product", "E17")
    await talk.presses("report_no_product:1")
    behind = talk.latest()
    assert (listed(behind), behind.data["closed_to"]) == ([], ["250306"])
    assert "case" not in [button.verb for button in buttons(behind)]


async def test_who_may_no_longer_read_reports_presses_in_vain() -> None:
    uow = await busy()
    talk = await in_chapter(uow, "product")
    shown = talk.latest()
    await uow.persons.put(replace(await by_no(uow, "E11"), grants=()))
    later = Talk(uow, await by_no(uow, "E11"), reporting.handlers())
    for label in ("report_no_product:1", "report_back"):
        with pytest.raises(NotThisPerson):
            await later.presses(label, shown)


@pytest.mark.parametrize(
    ("figure", "numbers"),
    [
        ("registered", ["250303", "250304", "250306"]),
        ("timely", []),
        ("cause~0", ["250303", "250306"]),
        ("product~0", ["250303"]),
    ],
)
async def test_buttons_under_messages_of_earlier_releases_go_on_leading_there(
    figure: str, numbers: list[str]
) -> None:
    talk = await talk_of(await busy(), "E11")
    await presses(talk, "report_cases", f"{MARCH}.{figure}.0")
    assert listed(talk.latest()) == numbers
    assert not talk.latest().data["is_changed"]


async def test_no_button_carries_more_than_telegram_takes() -> None:
    uow = await staffed()
    for number in range(9):
        await uow.cases.add(case(number=f"2503{number + 40}", part_no="", product=f"{number}" + "很长" * 60))
    talk = await in_chapter(uow, "product")
    await talk.presses("page_after")
    for message in talk.reply.said:
        assert all(len(button.pressed().encode()) <= 55 for button in buttons(message) if button.verb)
    assert talk.latest().data["first"] == date(2025, 3, 1)


async def test_who_reads_several_sites_gets_from_each_to_its_cases() -> None:
    uow = await busy()
    await uow.persons.put(replace(await by_no(uow, "E08"), grants=(Grant(Role.AUDITOR),)))
    talk = await in_chapter(uow, "site", "E08")
    await talk.presses("无锡厂 1")
    assert listed(talk.latest()) == ["250305"]
