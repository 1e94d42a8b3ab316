"""Rulebooks in words: no chapter and no field is forgotten, in both languages."""

import re
from datetime import date

import pytest

from bot.rulebook_words.markdown import escaped, markdown
from bot.rulebook_words.page import NOT_SHOWN, Page, PageLine, page_of
from bot.rulebook_words.saying import Sayer
from bot.rulebook_words.telling import Telling, kind_of
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import ids, loss_kinds, rulebook
from core.model.label import LANGUAGES
from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition
from core.rulebook.parsing import read_edition
from core.rulebook.rows import inner_rows, is_head, rows_of
from tests.core.rulebook.test_problems import TEXT

SYNTHETIC = read_edition(TEXT)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def edition_of(name: str) -> Edition:
    return rulebook(name, date.max).edition


def page(name: str, language: str) -> Page:
    return page_of(edition_of(name), loss_kinds(), language, "0" * 64)


def lines(page: Page) -> list[PageLine]:
    def with_inner(line: PageLine) -> list[PageLine]:
        return [line, *(inner for under in line.under for inner in with_inner(under))]

    return [one for section in page.sections for line in section.lines for one in with_inner(line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_of_the_format_has_a_heading(language: str) -> None:
    chapters = {name for name in Edition.model_fields if not is_head(name)}

    assert chapters - vocabulary(language).tables["chapters"].keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ids())
def test_no_filled_chapter_of_a_rulebook_is_left_out(name: str, language: str) -> None:
    headings = {section.heading for section in page(name, language).sections}
    filled = rows_of(edition_of(name)).keys() - NOT_SHOWN

    assert headings == {vocabulary(language).heading(chapter) for chapter in filled}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ids())
def test_every_clause_that_a_rule_obeys_stands_on_the_page(name: str, language: str) -> None:
    marks = " ".join(line.mark for line in lines(page(name, language)))
    obeyed = {
        row.clause.partition("#")[0]
        for rows in rows_of(edition_of(name)).values()
        for row in rows
        if row.clause
    }
    inside = [
        inner
        for rows in rows_of(edition_of(name)).values()
        for row in rows
        for inner in inner_rows(row.value).values()
    ]

    assert sum(len(line.under) for line in lines(page(name, language))) == sum(map(len, inside))

    assert [clause for clause in obeyed if clause not in marks] == []


@pytest.mark.parametrize("name", ids())
def test_what_a_sentence_leaves_out_is_named_in_chinese_too(name: str) -> None:
    edition = edition_of(name)
    sayer = Sayer("zh-Hans", edition, loss_kinds())

    for path, table in tables(edition):
        telling = Telling(table, sayer)
        if path and sayer.words.has_sentence(kind_of(table)):
            sayer.words.sentence(kind_of(table), {"row": telling, "raw": telling.raw})
            words = {field: sayer.words.field(field.rstrip("_")) for field in telling.untold()}
            assert [field for field, word in words.items() if not CHINESE.search(word)] == [], path


@pytest.mark.parametrize("name", ids())
def test_english_pages_hold_no_chinese_and_nothing_is_said_empty(name: str) -> None:
    for line in lines(page(name, "en")):
        assert not CHINESE.search(line.text), line
        assert line.text.strip()
        assert "  " not in line.text, line


def test_figures_are_said_as_the_clause_has_them() -> None:
    said = {line.text: line.mark for line in lines(page("incident-compensation", "en"))}

    rate = (
        "Responsible person pays 40% of the part of the base borne, at most CNY 10,000.00,"
        " at least CNY 10.00, booked to Company finance"
    )
    assert said[rate] == "[clause 3.2; reading S0-D.1; reading S0-D.2]"
    assert any("Department at fault 70%, Department that could monitor 30%" in text for text in said)


def test_a_table_that_has_no_sentence_is_said_field_by_field() -> None:
    sayer = Sayer("en", SYNTHETIC, loss_kinds())
    words = sayer.words
    bare = {**words.tables, "rows": {}, "fields": {}}
    sayer.words = type(words)("en", bare, words.sentences)
    charge = SYNTHETIC.charges[0]

    said = sayer.said(charge)

    assert said.startswith("roles: ")
    assert "rate: " in said


@pytest.mark.parametrize("table", ["texts", "errors", "page", "list", "diff", "chapters", "rows"])
def test_both_languages_have_the_same_texts(table: str) -> None:
    first, second = (vocabulary(language).tables[table] for language in LANGUAGES)

    assert first.keys() == second.keys()


def test_markdown_sets_nothing_that_a_label_holds() -> None:
    assert escaped("a|b\n*c* [d](e) <f>") == r"a\|b \*c\* \[d\](e) \<f\>"

    text = markdown(page("six-grade-incidents", "zh-Hans"), vocabulary("zh-Hans"))

    assert text.startswith("# 质量事故赔偿规定\n")
    assert "- 六级（轻重次序 6），符合之一： 〔第 4(6) 条〕\n  - " in text
    assert "| 批准 |  |  |\n" in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ids())
def test_headings_are_words_and_nothing_on_a_page_is_left_to_fill(name: str, language: str) -> None:
    shown = page(name, language)

    assert [section.heading for section in shown.sections if len(section.heading) > 40] == []
    assert "{" not in str(shown)
