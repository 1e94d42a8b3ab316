"""Reports as files: pictures a phone can show, a sheet of numbers, a paper with the same bytes for the same report."""

from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.documents.report_picture import report_paper, report_picture
from bot.documents.report_sheet import report_sheet
from bot.documents.report_words import MOST_BARS, ReportWords
from bot.rulebooks import rulebook
from core.reports.page import ReportForm, ReportPage
from core.reports.rows import CaseRow, ChargeRow, CostRow, EnteredRow
from tests.core.reports.material import report, row

GRADE = rulebook("logistics-liability", date(2025, 3, 3)).edition.grades["serious"].label
ZONE = ZoneInfo("Asia/Shanghai")
EVIL = "=1+1"


def page(*cases: CaseRow, language: str = "zh-Hans", **more: object) -> ReportPage:
    return ReportPage(
        report=report(*cases, **more),
        cases=cases,
        names={"grade.logistics-liability/serious": GRADE},
        site_names={"suzhou": "苏州厂"},
        person_names={"E17": "张伟"},
        language=language,
    )


FULL = page(
    row(1, grade="serious", cause_class="method", loss=146_000, charged=91_980, borne=54_020),
    row(2, customer=EVIL, product=EVIL, departments=(EVIL,)),
    costs=(CostRow(1, "parts", 90_000),),
    entered=(EnteredRow("budget", 100_000),),
    charges=(ChargeRow(1, "E17", 70_080),),
)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("form", [ReportForm.OVERVIEW, ReportForm.PARETO, ReportForm.TREND])
@pytest.mark.parametrize("cases", [(), (row(1, cause_class="people"),)])
def test_pictures_are_as_wide_as_a_phone(form: ReportForm, language: str, cases: tuple[CaseRow, ...]) -> None:
    picture = report_picture(page(*cases, language=language), form, "恒远物流")
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == 1080


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_same_report_gives_the_same_paper(language: str) -> None:
    shown = page(*FULL.cases, language=language)
    assert report_paper(shown, "恒远物流") == report_paper(shown, "恒远物流")
    assert report_paper(shown, "恒远物流").startswith(b"%PDF")


def test_every_figure_of_the_sheet_is_a_number_and_every_text_a_text() -> None:
    book = load_workbook(BytesIO(report_sheet(FULL, ZONE)))
    assert book.sheetnames == [
        "概况",
        "原因",
        "分布",
        "趋势",
        "案件",
        "人员",
    ]
    figures = {line[0].value: line[1].value for line in book["概况"].iter_rows(min_row=2)}
    assert figures["登记"] == 2
    assert figures["费用控制率"] == 0.9
    assert figures["及时率"] == "无"
    assert figures["直接损失（元）"] == 1460
    cases = list(book["案件"].iter_rows(min_row=2))
    assert [cell.value for cell in cases[0]][6:] == ["严重事故", "已决定", 1460, 919.8, 540.2]
    assert (cases[1][3].value, cases[1][3].data_type) == (EVIL, "s")
    assert [cell.value for cell in next(book["人员"].iter_rows(min_row=2))] == ["E17", "张伟", 700.8]


def test_who_may_not_know_persons_gets_no_sheet_of_them() -> None:
    assert "人员" not in load_workbook(BytesIO(report_sheet(page(row(1)), ZONE))).sheetnames


def test_the_many_short_bars_stand_in_one() -> None:
    cases = tuple(row(number, product=f"P-{number}") for number in range(1, 13))
    bars = next(group for group in ReportWords(page(*cases)).said()["groups"] if group["name"] == "产品")[
        "bars"
    ]
    assert len(bars) == MOST_BARS
    assert (bars[-1]["name"], bars[-1]["size"], bars[-1]["share"]) == ("其他", 5, "100%")


def test_one_site_alone_is_no_distribution() -> None:
    assert "厂区" not in [group["name"] for group in ReportWords(page(row(1))).said()["groups"]]
    several = page(row(1), row(2, site="wuxi"))
    assert "厂区" in [group["name"] for group in ReportWords(several).said()["groups"]]
