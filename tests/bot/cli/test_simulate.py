"""`gongdao rulebook simulate` on a company's database."""

import asyncio
from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

from bot.cli.store import unit_of_work
from bot.settings import settings_from
from tests.bot.cli.desk import Desk
from tests.liability import put
from tests.make import case

TEXT = (resources.files("core.rulebook") / "editions" / "logistics-liability" / "undated.toml").read_text(
    "utf-8"
)
LOWER = TEXT.replace('rate = { from = "60%", to = "80%"', 'rate = { from = "40%", to = "50%"').replace(
    'edition = "undated"', 'edition = "2027"\nin_force_from = 2027-01-01'
)


async def record(desk: Desk) -> None:
    """The case of 1,460.00 with its figures, and one that was never assessed."""
    fake = await put()
    async with unit_of_work(settings_from(desk.folder / "gongdao.toml")) as uow:
        for person in await fake.persons.where():
            await uow.persons.add(person)
        for known in await fake.cases.where():
            await uow.cases.add(known)
        await uow.cases.add(case(number="NEVER"))
        for figures in await fake.figures.where():
            await uow.figures.add(figures)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    asyncio.run(record(desk))
    return desk


def simulate(desk: Desk, name: str, *more: str, since: str = "2025-01-01") -> Result:
    return desk.run("rulebook", "simulate", "--rulebook", name, "--since", since, *more)


def test_the_same_rulebook_comes_to_the_same_figures(desk: Desk) -> None:
    result = simulate(desk, "logistics-liability")

    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0] == "logistics-liability undated: 1 cases with incidents since 2025-01-01"
    assert [line.split()[-3:] for line in lines[2:6]] == [
        ["876.00", "876.00", "0.00"],
        ["146.00", "146.00", "0.00"],
        ["146.00", "146.00", "0.00"],
        ["1,168.00", "1,168.00", "0.00"],
    ]
    assert lines[-1] == "Another 1 were never assessed and are not counted."


def test_a_draft_of_another_year_is_tried_and_a_rate_it_does_not_allow_becomes_its_range(desk: Desk) -> None:
    result = simulate(desk, desk.file("ours.toml", LOWER))

    assert "张伟 (E17)" in result.output
    assert "584.00 – 730.00" in result.output
    assert "-292.00 – -146.00" in result.output
    assert "left out: people[0].chosen_rate" in result.output
    assert "a person would still have to decide chosen_rate" in result.output


def test_a_case_in_words_that_the_rulebook_lacks_is_refused_by_name_until_they_are_told(desk: Desk) -> None:
    refused = simulate(desk, "six-grade-incidents")
    told = simulate(
        desk,
        "six-grade-incidents",
        *(
            "--role",
            "responsible=direct",
            "--role",
            "supervisor=related",
            "--role",
            "manager=department_leader",
        ),
    )

    assert "this edition cannot answer it: people[0].role: found is responsible" in refused.output
    assert "cannot answer" not in told.output
    assert "losses[2].person_hours" in told.output


def test_the_sheet_has_the_table_and_the_notes(desk: Desk) -> None:
    target = desk.folder / "out.xlsx"

    result = simulate(desk, desk.file("ours.toml", LOWER), "--xlsx", str(target))

    assert result.exit_code == 0
    sheet = load_workbook(BytesIO(target.read_bytes())).worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["Case", "Incident", "Person"]
    assert sheet["D2"].value == 876
    assert any("chosen_rate" in str(row[0].value) for row in sheet.iter_rows())


def test_where_nothing_can_be_simulated_the_next_step_is_said(desk: Desk, tmp_path: Path) -> None:
    later = simulate(desk, "logistics-liability", since="2031-01-01")
    elsewhere = simulate(desk, "logistics-liability", "--data", str(tmp_path / "none"))
    unwritable = simulate(desk, "logistics-liability", "--xlsx", str(tmp_path / "none" / "out.xlsx"))
    no_pair = simulate(desk, "logistics-liability", "--role", "boss")

    assert [one.exit_code for one in (later, elsewhere, unwritable, no_pair)] == [2, 2, 2, 2]
    assert "Choose an earlier date" in later.output
    assert "does not exist" in elsewhere.output
    assert "Choose a place" in unwritable.output
    assert "NAME=VALUE" in no_pair.output
