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
    assert shown["figures"]["open"] == shown["figures"]["cause."] == ["250303"]
    assert shown["groups"]["product"] == [
        {"key": "P-300", "count": 1, "loss_fen": 0, "cases": ["250303"]},
    ]
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


def test_every_line_names_its_figure_and_every_figure_its_cases(desk: Desk) -> None:
    lines = desk.run("report", *MARCH, "--persons").stdout.splitlines()
    names = [line.split()[-1] for line in lines if "  " in line]
    assert {"registered", "loss", "timely", "cause.", "product.P-300", "person.E1", "trend.m20250301"} <= {
        *names
    }
    for name in names:
        result = desk.run("report", *MARCH, "--persons", "--cases", name)
        assert result.exit_code == 0, name
        assert result.stdout


def test_the_cases_behind_a_figure_come_with_what_they_add(desk: Desk) -> None:
    asked = ("report", *MARCH, "--persons", "--cases", "person.E1")

    assert (
        desk.run(*asked).stdout == "250303  2025-03-03  Waiting for triage  main  宏达机电  P-300    5.00\n"
    )
    assert json.loads(desk.run(*asked, "--json").stdout)[0]["adds_fen"] == 500
    assert desk.run("report", *MARCH, "--cases", "closed").stdout == "closed: no cases.\n"


@pytest.mark.parametrize("name", ["nonsense", "person.E1", "product.V-9"])
def test_a_figure_that_the_report_does_not_have_is_refused_with_those_it_has(desk: Desk, name: str) -> None:
    result = desk.run("report", *MARCH, "--cases", name)

    assert result.exit_code == 2
    assert name in result.stderr
    assert "product.P-300" in result.stderr


def test_what_was_imported_is_said(desk: Desk) -> None:
    async def fill(uow: SqlUnitOfWork) -> None:
        await uow.cases.add(case(number="Q-17", site="main", stage=Stage.CLOSED, import_id=1))

    desk.filled(fill)

    assert "1 of them imported" in desk.run("report", *MARCH).stdout
    assert "  imported" in desk.run("report", *MARCH, "--cases", "imported").stdout


@pytest.mark.parametrize("kind", ["--picture", "--xlsx", "--pdf"])
def test_a_file_that_cannot_be_written_is_said_and_no_crash(desk: Desk, tmp_path: Path, kind: str) -> None:
    for place in (str(tmp_path / "nowhere" / "march"), ""):
        result = desk.run("report", *MARCH, kind, place)

        assert (result.exit_code, type(result.exception)) == (2, SystemExit)
        assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    "asked",
    [
        ("--month", "9999-12"),
        ("--month", "0001-01"),
        ("--week", "9999-12-31"),
        ("--from", "0001-01-01", "--to", "2025-03-31"),
        ("--from", "2025-03-01", "--to", "9999-12-31"),
    ],
)
def test_days_that_no_report_reaches_are_refused(desk: Desk, asked: tuple[str, ...]) -> None:
    result = desk.run("report", *asked)

    assert (result.exit_code, "years go from 1900 to 2999" in result.stderr) == (2, True)


def test_a_day_that_is_none_is_refused_with_how_to_write_it(desk: Desk) -> None:
    assert "there is no “2025-13”; write it like 2025-03" in desk.run("report", "--month", "2025-13").stderr
    assert "没有“3月”，请写成 2025-03-01 这样" in desk.run("report", "--week", "3月").stderr
    assert "--month 2025-03 " in desk.run("report", "--help").stdout
