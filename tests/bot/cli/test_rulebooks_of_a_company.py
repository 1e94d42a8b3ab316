"""`gongdao rulebook` knows the rulebooks that a company writes and composes itself."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.desk import Desk
from tests.bot.own_rulebook import OWN_FINES

COMPANY = """
rulebook_files = ["first.toml", "second.toml"]
name = "恒远"
[sites.main]
name = "总厂"
[compositions.ours]
title = "本公司规定"
grading = "six-grade-incidents"
liability = "our-fines"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.file("first.toml", OWN_FINES.format(edition="2024-01-01", amount="50.00"))
    desk.file("second.toml", OWN_FINES.format(edition="2025-01-01", amount="60.00"))
    desk.file("gongdao.toml", COMPANY)
    return desk


def test_the_list_begins_with_what_is_the_companys_own_in_every_edition(desk: Desk) -> None:
    lines = desk.run("rulebook", "list").stdout.splitlines()

    assert [line.split()[:3] for line in lines[1:5]] == [
        ["ours", "1", "2024-01-01"],
        ["ours", "1", "2025-01-01"],
        ["our-fines", "2024-01-01", "2024-01-01"],
        ["our-fines", "2025-01-01", "2025-01-01"],
    ]
    assert lines[-1].startswith("tableware-complaints")


def test_a_composition_is_shown_with_where_each_clause_is_from(desk: Desk) -> None:
    result = desk.run("rulebook", "show", "ours", lang="zh-Hans")

    assert result.stdout.startswith("# 本公司规定\n")
    assert "60.00" in result.stdout
    assert "six-grade-incidents" in result.stdout


@pytest.mark.parametrize(
    ("named", "amount"),
    [
        ("our-fines", "60.00"),
        ("our-fines@2024-01-01", "50.00"),
        ("our-fines@2024-12-31", "50.00"),
        ("ours@2024-06-01", "50.00"),
    ],
)
def test_an_edition_is_named_by_its_name_or_by_a_day(desk: Desk, named: str, amount: str) -> None:
    assert amount in desk.run("rulebook", "show", named).stdout


def test_an_edition_that_does_not_exist_is_answered_with_those_that_do(desk: Desk) -> None:
    result = desk.run("rulebook", "show", "our-fines@draft")

    assert result.exit_code == 2
    assert "Its editions: 2024-01-01, 2025-01-01" in result.stderr


def test_the_editions_of_one_id_are_compared_in_time(desk: Desk) -> None:
    result = desk.run("rulebook", "diff", "our-fines")

    assert result.stdout.startswith("# our-fines 2024-01-01 → our-fines 2025-01-01\n")
    assert "CNY 50.00 → CNY 60.00" in result.stdout
    assert result.stdout == desk.run("rulebook", "diff", "our-fines@2024-01-01", "our-fines").stdout


def test_one_edition_alone_has_nothing_to_be_compared_with(desk: Desk) -> None:
    result = desk.run("rulebook", "diff", "logistics-liability")

    assert result.exit_code == 2
    assert "has one edition only" in result.stderr


def test_a_composition_is_checked_by_its_id(desk: Desk) -> None:
    assert desk.run("rulebook", "check", "ours").stdout == "ours 1: OK\nours 1: OK\n"


def test_the_faults_of_a_composition_are_named_where_it_is_asked_for(desk: Desk) -> None:
    desk.file("gongdao.toml", COMPANY.replace("our-fines", "logistics-liability"))

    result = desk.run("rulebook", "check", "ours")

    assert result.exit_code == 2
    assert "compositions.ours.liability" in result.stderr


def test_what_is_neither_id_nor_file_is_answered_with_all_ids(desk: Desk) -> None:
    result = desk.run("rulebook", "check", "nothing")

    assert result.exit_code == 2
    assert "Allowed ids: ours, our-fines, after-sales-claims" in result.stderr


def test_a_configuration_that_was_named_must_be_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "gongdao.toml").unlink()

    assert desk.run("rulebook", "list").exit_code == 2
    assert desk.run("rulebook", "show", "logistics-liability").exit_code == 0


def test_faults_are_said_in_the_language_of_the_command_line(desk: Desk) -> None:
    file = desk.file("broken.toml", OWN_FINES.format(edition="2026-01-01", amount="50"))
    of_file = desk.run("rulebook", "check", file, lang="zh-Hans")
    desk.file("gongdao.toml", COMPANY.replace("our-fines", "logistics-liability"))
    of_company = desk.run("rulebook", "check", "ours", lang="zh-Hans")

    assert of_file.stderr.splitlines()[0].endswith(
        "charges[0].amount：现为 '50'；金额是两位小数的文本，例如 '500.00'"
    )
    assert "logistics-liability 提到等级 minor, serious, major" in of_company.stderr
    assert "请把 grading 也取自 logistics-liability" in of_company.stderr


@pytest.mark.parametrize(("day", "fine"), [("2024-12-31", "50.00"), ("2025-01-01", "60.00")])
def test_a_case_is_assessed_under_a_composition_in_the_edition_of_its_day(
    desk: Desk, day: str, fine: str
) -> None:
    losses = [{"kind": "material", "amount": "100.00"}]
    request = {"occurred_on": day, "losses": losses, "people": [{"id": "W", "role": "worker"}]}

    result = desk.run("assess", "--rulebook", "ours", typed=json.dumps(request))

    answer = json.loads(result.stdout)
    assert answer["grade"]["clause"] == "six-grade-incidents 4(1)"
    assert answer["people"][0]["amount"] == fine


def test_a_rulebook_that_nobody_has_is_refused_by_assess(desk: Desk) -> None:
    result = desk.run("assess", "--rulebook", "nobodys", typed='{"occurred_on": "2025-01-01"}')

    assert result.exit_code == 2
    assert "rulebook: found is 'nobodys'" in result.stderr
