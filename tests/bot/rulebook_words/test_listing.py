"""The list of rulebooks, and the page of the documentation that is made from it."""

from datetime import date
from pathlib import Path

import pytest

from bot.rulebook_words.listing import Listed, markdown_page, ruled, table_rows
from bot.rulebooks import editions, ids, rulebook

ROOT = Path(__file__).parents[3]
SHIPPED = [rulebook(name, date.max).edition for name in ids()]


def test_the_page_of_the_documentation_is_what_the_data_say() -> None:
    written = (ROOT / "docs" / "rulebooks.md").read_text("utf-8")

    assert written == markdown_page(SHIPPED), "run: gongdao rulebook list --markdown > docs/rulebooks.md"


def test_every_rulebook_has_its_row() -> None:
    rows = [line for line in markdown_page(SHIPPED).splitlines() if line.startswith("| `")]

    assert [row.split("`")[1] for row in rows] == list(ids())


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_list_counts_what_the_edition_holds(language: str) -> None:
    (edition,) = (one.edition for one in editions("incident-compensation"))

    heading, row = table_rows([edition], language)

    assert len(heading) == len(row)
    assert row[0] == "incident-compensation"
    assert row[3] == str(len(edition.clauses))
    assert row[5] == "1"


def test_what_is_missing_is_named() -> None:
    (edition,) = (one.edition for one in editions("incident-compensation"))

    assert ruled(Listed.of(edition)).endswith("missing settings: Fine of the process rules")
