"""The table of rights in words, and its pages."""

import json
from pathlib import Path

import pytest

from bot.render.strings import strings_of
from bot.rights_words import COLUMNS, rights_data, rights_page, rights_rows
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.table import CHAPTERS
from core.rights.tie import Tie
from tests.bot.cli.desk import Desk

DOCS = Path(__file__).parents[2] / "docs"
GROUPS = {
    "right": {action.value for action in Action},
    "right_tie": {tie.value for tie in Tie},
    "right_bar": {bar.value for bar in Bar},
    "right_chapter": set(CHAPTERS),
}


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_action_part_and_conflict_has_its_word(language: str) -> None:
    labels = strings_of(language).tables["labels"]

    missing = {group: keys - set(labels[group]) for group, keys in GROUPS.items()}
    assert not any(missing.values()), missing


@pytest.mark.parametrize(("language", "name"), [("en", "rights.md"), ("zh-Hans", "rights.zh-CN.md")])
def test_the_page_says_what_the_bot_enforces(language: str, name: str) -> None:
    written = (DOCS / name).read_text("utf-8")

    assert written == rights_page(language), f"run: gongdao rights --markdown --lang {language} > docs/{name}"


def test_the_terminal_shows_a_row_for_each_action() -> None:
    heading, *rows = rights_rows("en")

    assert len(heading) == len(COLUMNS)
    assert [row[0] for row in rows] == [right["action"] for right in rights_data()]
    closing = next(row for row in rows if row[0] == "close_case")
    assert closing[2:] == ("investigator, quality", "Not taken on, Decided", "named in the case", "yes")


def test_a_right_at_most_stages_names_the_others() -> None:
    (events,) = (row for row in rights_rows("en") if row[0] == "record_event")

    assert events[3] == "all but Closed"


def test_the_command_prints_table_page_and_data(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "company").with_staff()

    table, page, data = desk.run("rights"), desk.run("rights", "--markdown"), desk.run("rights", "--json")

    assert "close_payroll" in table.stdout
    assert page.stdout == rights_page("en")
    assert json.loads(data.stdout) == rights_data()
    assert "谁可以做什么" in desk.run("rights", "--help").stdout
