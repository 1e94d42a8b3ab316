"""`gongdao report` from a terminal."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.case import Stage
from core.model.money import Money
from core.model.notice import Notice
from tests.bot.cli.desk import Desk
from tests.make import NOW, case

MARCH = ("--month", "2025-03")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "company").with_staff().filled(_fill)


async def _fill(uow: SqlUnitOfWork) -> None:
    await uow.cases.add(case(site="main"))
    await uow.cases.add(case(number="250304", site="main", product="=1+1", part_no="", stage=Stage.REFUSED))
    await uow.notices.add(
        Notice(number="250303-1", case_id=1, version=1, person_id=1, amount=Money(500), issued_at=NOW)
    )


def test_the_month_is_said_in_lines_that_a_terminal_shows(desk: Desk) -> None:
    result = desk.run("report", *MARCH)

    assert result.exit_code == 0, result.output
    assert "March 2025" in result.stdout
    assert "Registered" in result.stdout
    assert "no orders were entered" in result.stdout
    assert "250303-1" not in result.stdout


def test_it_comes_as_json_with_the_cases_behind_its_causes(desk: Desk) -> None:
    shown = json.loads(desk.run("report", *MARCH, "--json", "--persons").stdout)

    assert shown["counts"] == {
        "registered": 2,
        "closed": 0,
        "open": 1,
        "overdue": 0,
        "refused": 1,
        "recurred": 0,
        "imported": 0,
    }
    assert shown["causes"] == [{"cause": "", "count": 1, "loss_fen": 0, "cases": ["250303"]}]
    assert list(shown["charges_fen"].values()) == [500]
    assert json.loads(desk.run("report", *MARCH, "--json").stdout)["charges_fen"] == {}


def test_it_is_written_as_picture_sheet_and_paper(desk: Desk, tmp_path: Path) -> None:
    files = {name: tmp_path / f"march.{name}" for name in ("picture", "xlsx", "pdf")}
    result = desk.run(
        "report", *MARCH, *(part for name, path in files.items() for part in (f"--{name}", str(path)))
    )

    assert result.exit_code == 0, result.output
    assert files["picture"].read_bytes().startswith(b"\x89PNG")
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    cases = load_workbook(files["xlsx"])["Cases"]
    assert [cell.value for cell in cases["A"]] == ["Number", "250303", "250304"]
    assert cases["B2"].value.date() == date(2025, 3, 3)
    assert cases["E3"].data_type == "s"


def test_an_empty_month_has_nothing_and_no_rates(desk: Desk) -> None:
    shown = json.loads(desk.run("report", "--from", "2024-01-01", "--to", "2024-01-31", "--json").stdout)

    assert set(shown["counts"].values()) == {0}
    assert {one["rate"] for one in shown["indicators"].values()} == {None}


@pytest.mark.parametrize(
    "asked",
    [
        ("--week", "2025-03-03", "--month", "2025-03"),
        ("--from", "2025-03-03"),
        ("--to", "2025-03-03"),
        ("--from", "2025-03-03", "--to", "2025-03-02"),
        ("--month", "March"),
        ("--site", "moon"),
    ],
)
def test_what_is_not_clear_is_refused_in_words(desk: Desk, asked: tuple[str, ...]) -> None:
    result = desk.run("report", *asked)

    assert result.exit_code == 2
    assert result.stderr
    assert result.stdout == ""


def test_without_a_period_it_is_the_present_week(desk: Desk) -> None:
    result = desk.run("report")

    assert result.exit_code == 0, result.output
    assert "Weekly report" in result.stdout
