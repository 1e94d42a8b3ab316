"""`gongdao find` from a terminal."""

import json
from pathlib import Path

import pytest

from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.case import Stage
from tests.bot.cli.desk import Desk
from tests.make import case


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "company").with_staff().filled(_fill)


async def _fill(uow: SqlUnitOfWork) -> None:
    site = "main"
    await uow.cases.add(case(site=site))
    await uow.cases.add(case(number="250304", site=site, product="阀门", stage=Stage.CLOSED, reporter_id=2))


def test_cases_are_found_by_words_also_those_from_before_there_was_an_index(desk: Desk) -> None:
    result = desk.run("find", "水泵", "漏水")

    assert result.exit_code == 0, result.output
    assert "250303  2025-03-03  Waiting for triage  main  宏达机电  水泵" in result.stdout
    assert "250304" not in result.stdout


def test_they_come_as_json_the_newest_first(desk: Desk) -> None:
    result = desk.run("find", "--json")

    assert [row["number"] for row in json.loads(result.stdout)] == ["250304", "250303"]


def test_what_was_imported_is_marked(desk: Desk) -> None:
    async def fill(uow: SqlUnitOfWork) -> None:
        await uow.cases.add(case(number="Q-17", site="main", stage=Stage.CLOSED, import_id=1))

    desk.filled(fill)

    assert "Q-17    2025-03-03  Closed (imported)" in desk.run("find").stdout
    assert [row["is_imported"] for row in json.loads(desk.run("find", "--json").stdout)] == [
        True,
        False,
        False,
    ]


def test_filters_narrow_what_is_found(desk: Desk) -> None:
    result = desk.run("find", "--open", "--site", "main", "--json")

    assert [row["number"] for row in json.loads(result.stdout)] == ["250303"]


def test_people_are_found_by_pinyin(desk: Desk) -> None:
    result = desk.run("find", "cj", "--json")

    assert [row["number"] for row in json.loads(result.stdout)] == ["250304"]


def test_nothing_found_says_what_to_try(desk: Desk) -> None:
    result = desk.run("find", "不存在")

    assert result.exit_code == 0
    assert "Nothing found" in result.stdout


@pytest.mark.parametrize("word", ["%", "'", '"'])
def test_signs_alone_are_said_to_be_no_words_to_find_by(desk: Desk, word: str) -> None:
    result = desk.run("find", word)

    assert result.exit_code == 0
    assert f"“{word}” is signs alone" in result.stdout


def test_the_stage_is_said_in_words_and_in_the_language_of_the_reader(desk: Desk) -> None:
    assert "250303  2025-03-03  Waiting for triage  main" in desk.run("find", "水泵").stdout
    assert "250303  2025-03-03  待受理" in desk.run("--lang", "zh-Hans", "find", "水泵").stdout


def test_an_unknown_site_is_named_with_those_there_are(desk: Desk) -> None:
    result = desk.run("find", "--site", "mars", lang="zh-Hans")

    assert result.exit_code == 2
    assert "没有 mars 这个厂区。配置里有：main" in result.stderr


def test_without_a_database_there_is_nothing_to_look_through(tmp_path: Path) -> None:
    result = Desk(tmp_path).run("find", "水泵")

    assert result.exit_code == 1
    assert "does not exist" in result.stderr


def test_the_index_can_be_built_anew(desk: Desk) -> None:
    desk.run("find")

    result = desk.run("find", "水泵", "--rebuild")

    assert "built anew: 2 cases" in result.stderr
    assert "250303" in result.stdout
