"""Reports as files: pictures a phone can show, a sheet of numbers, a paper with the same bytes for the same report."""

from datetime import date
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.documents.report_picture import report_paper, report_picture
from bot.documents.report_sheet import report_sheet
from bot.documents.report_traces import MOST_FIGURES, MOST_NUMBERS, appendix
from bot.documents.report_words import MOST_BARS, ReportWords
from bot.rulebooks import rulebook
from core.actions.report.trace_report import MOST_SHOWN
from core.model.case import Stage
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
    history=(0,) * 11 + (2,),
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
        "人员",
        "明细",
        "案件",
    ]
    figures = {line[0].value: line[1].value for line in book["概况"].iter_rows(min_row=2)}
    assert figures["登记"] == 2
    assert figures["费用控制率"] == 0.9
    assert figures["及时率"] == "无"
    assert figures["直接损失（元）"] == 1460
    cases = list(book["案件"].iter_rows(min_row=2))
    assert [cell.value for cell in cases[0]][5:11] == ["已决定", None, "严重事故", 1460, 919.8, 540.2]
    assert (cases[1][3].value, cases[1][3].data_type) == (EVIL, "s")
    assert [cell.value for cell in next(book["人员"].iter_rows(min_row=2))] == ["E17", "张伟", 700.8]


def _row_of(link: Any) -> int:
    return int(link.location.removeprefix("'明细'!A"))


def test_every_figure_of_the_sheet_leads_to_the_line_its_cases_begin_at() -> None:
    book = load_workbook(BytesIO(report_sheet(FULL, ZONE)))
    begun = {
        (name, cell.coordinate): [one.value for one in book["明细"][_row_of(cell.hyperlink)]][1:3]
        for name in ("概况", "原因", "分布", "趋势", "人员")
        for line in book[name].iter_rows(min_row=2)
        for cell in line
        if cell.hyperlink
    }
    assert begun["概况", "B13"] == ["直接损失（元）", "250301"]
    assert begun["概况", "B17"] == ["零部件", "250301"]
    assert begun["概况", "C11"] == ["客户补救支出（元）", "250301"]
    assert begun["原因", "D2"] == ["方法", "250301"]
    assert begun["分布", "C5"] == ["P-300", "250301"]
    assert begun["人员", "C2"] == ["张伟 E17", "250301"]
    assert begun["趋势", "B13"] == ["2025年3月", "250301"]
    lines = [[cell.value for cell in line] for line in book["明细"].iter_rows(min_row=2)]
    assert [line[2] for line in lines if line[10] == "registered"] == ["250301", "250302"]
    assert [line[8] for line in lines if line[10] == "charged"] == [919.8]
    assert [line[2] for line in lines if line[10] == f"product.{EVIL}"] == ["250302"]
    assert book["明细"].auto_filter.ref == f"A1:K{len(lines) + 1}"
    assert book["案件"].auto_filter.ref == "A1:M3"


def test_of_a_figure_with_very_many_cases_the_sheet_says_how_many_more_there_are() -> None:
    cases = tuple(row(number) for number in range(1, MOST_SHOWN + 3))
    lines = load_workbook(BytesIO(report_sheet(page(*cases), ZONE)))["明细"].iter_rows(min_row=2)
    registered = [line for line in lines if line[10].value == "registered"]
    assert len(registered) == MOST_SHOWN + 1
    assert registered[-1][2].value == "……还有 2 件，请用 gongdao report --cases 列出"


def test_what_was_imported_is_marked_in_the_sheet() -> None:
    book = load_workbook(BytesIO(report_sheet(page(row(1, is_imported=True)), ZONE)))
    assert book["案件"]["M2"].value == book["明细"]["J2"].value == "导入"
    assert [line[1].value for line in book["概况"].iter_rows() if line[0].value == "导入的旧记录"] == [1]


def test_who_may_not_know_persons_gets_no_sheet_of_them() -> None:
    assert "人员" not in load_workbook(BytesIO(report_sheet(page(row(1)), ZONE))).sheetnames


def test_the_paper_gives_the_numbers_of_the_cases_behind_each_figure() -> None:
    cases = tuple(row(number, product=f"P-{number}") for number in range(1, MOST_NUMBERS + 3))
    shown = page(*cases, row(99, is_imported=True, stage=Stage.REFUSED), history=(0,) * 11 + (63,))
    chapters = {one["name"]: one for one in appendix(ReportWords(shown))}
    numbers = {one["name"]: one for one in chapters["数量"]["figures"]}
    assert numbers["登记"]["count"] == "63"
    assert numbers["登记"]["numbers"].startswith("250301、250302、")
    assert numbers["登记"]["numbers"].endswith("等 3 件")
    assert numbers["导入的旧记录"]["numbers"] == "250399*"
    assert len(chapters["产品"]["figures"]) == MOST_FIGURES
    assert str(len(cases) - MOST_FIGURES) in chapters["产品"]["more"]
    assert "其中 1 件是导入的旧记录" in ReportWords(shown).said()["imported"]


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
