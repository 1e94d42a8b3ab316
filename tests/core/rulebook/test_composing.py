from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.fault import BadRulebook
from core.model.label import Label
from core.rulebook.checks.problems import problems_in
from core.rulebook.composing import compose, titles_of
from core.rulebook.composition import CHAPTERS
from core.rulebook.conditions import FactTest
from core.rulebook.edition import Edition
from core.rulebook.money_rules import RateCharge
from tests.core.rulebook.compositions import HEAD, SHIPPED, TWO, all_shipped, composition, shipped
from tests.core.rulebook.shipped import kinds


def two(**chapters: str) -> Edition:
    return compose(composition(**chapters), TWO)


def test_the_composition_is_an_ordinary_edition_under_its_own_name() -> None:
    ours = composition("", {"process_fine": "100.00"}, grading=SHIPPED[2], liability=SHIPPED[0])

    edition = compose(ours, all_shipped())

    assert (edition.id, edition.edition, edition.title.en) == ("ours", "2025", "Our rules")
    assert problems_in(edition, kinds()) == ()
    assert edition.settings["process_fine"].value == "100.00"


def test_every_clause_says_which_rulebook_it_is_from() -> None:
    edition = two(grading="graded", liability="paying-up", closing="paying-up")

    assert edition.grades["light"].any[0].clause == "graded 2"
    assert edition.grades["light"].any[0].id == "graded 2(1)"
    assert edition.duties["checked"].covers == ("paying-up 13",)
    assert {clause.split(" ")[0] for clause in edition.clauses} == {"graded", "paying-up"}
    assert "paying-up 13" in edition.clauses


def test_what_the_chosen_chapters_speak_of_comes_along_and_nothing_else() -> None:
    edition = two(liability="paying-up")

    assert list(edition.facts) == ["batch"]
    assert list(edition.person) == ["skill"]
    assert list(edition.conditions) == ["many"]
    assert edition.offices == {}
    assert list(edition.causes) == ["haste"]


def test_a_fact_that_another_makes_necessary_comes_along() -> None:
    edition = compose(composition(liability=SHIPPED[2], grading=SHIPPED[2]), all_shipped())

    assert "special_reason" in edition.facts


def test_the_same_key_with_another_meaning_is_kept_apart_with_all_that_speaks_of_it() -> None:
    edition = two(grading="graded", liability="paying-up")

    assert edition.facts["batch"].label.en == "In batch"
    assert edition.facts["batch_of_paying_up"].label.en == "Reworked in batch"
    assert edition.conditions["many"][0] == FactTest.model_validate({"fact": "batch", "is": True})
    assert edition.conditions["many_of_paying_up"][0].fact == "batch_of_paying_up"  # type: ignore[union-attr]
    assert edition.charges[0].when[0].holds == "many_of_paying_up"  # type: ignore[union-attr]
    assert isinstance(edition.charges[0], RateCharge)


def test_the_same_key_with_the_same_meaning_is_one_whatever_its_clause() -> None:
    edition = two(approvals="graded", appeals="paying-up")

    assert list(edition.offices) == ["finance", "quality", "finance_of_paying_up"]
    assert edition.offices["quality"].clause == "graded 9"
    assert edition.appeals["employee"].to == "quality"


def test_a_deadline_comes_along_with_the_appeal_that_ends_by_it_under_a_name_of_its_own() -> None:
    edition = two(deadlines="graded", appeals="paying-up")

    assert edition.appeals["employee"].deadline == "report_of_paying_up"
    assert edition.deadlines["report"].clocks[0].hours == 24
    assert edition.deadlines["report_of_paying_up"].clocks[0].hours == 8
    assert list(edition.events) == ["known"]


def test_gates_go_with_the_closing_and_bring_along_what_must_be_done_before() -> None:
    assert list(two(closing="paying-up").duties) == ["repair", "checked"]
    assert list(two(duties="paying-up").duties) == ["repair"]
    assert two(closing="paying-up").closing is not None


def test_it_is_in_force_once_all_its_parts_are() -> None:
    later = TWO["graded"].model_copy(update={"in_force_from": date(2024, 3, 1)})
    sources = TWO | {"graded": later}

    assert two(grading="graded").in_force_from is None
    edition = compose(composition(grading="graded", liability="paying-up"), sources)
    assert edition.in_force_from == date(2024, 3, 1)


def test_the_titles_of_its_parts_are_known() -> None:
    assert titles_of(composition(grading="graded"), TWO) == {"graded": Label(zh_hans="分级", en="Grades")}


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("fyne", "1.00", "compositions.ours.settings.fyne: no chapter reads this setting;"),
        ("fine", "a lot", "compositions.ours.settings.fine: found is 'a lot';"),
    ],
)
def test_a_setting_that_is_none_or_no_such_value_is_refused(name: str, value: str, fault: str) -> None:
    ours = composition("", {name: value}, liability="paying-up")

    with pytest.raises(BadRulebook) as refused:
        compose(ours, TWO)

    assert fault in str(refused.value)


@pytest.mark.parametrize("rulebook", SHIPPED)
def test_all_chapters_of_one_rulebook_are_that_rulebook_again(rulebook: str) -> None:
    whole = shipped(rulebook)

    edition = compose(composition(rulebook), {rulebook: whole})

    assert problems_in(edition, kinds()) == ()
    carried = {clause.removeprefix(f"{rulebook} ") for clause in edition.clauses}
    assert carried | whole.not_executable.keys() >= set(whole.clauses)
    for table in Edition.model_fields.keys() - set(HEAD) - {"offices"}:
        assert _size(getattr(edition, table)) == _size(getattr(whole, table)), table


def _size(value: object) -> object:
    return len(value) if isinstance(value, (dict, tuple)) else type(value)


@given(st.permutations(list(CHAPTERS)), st.data())
def test_the_order_in_which_chapters_are_written_does_not_matter(
    order: list[str], data: st.DataObject
) -> None:
    drawn = {chapter: data.draw(st.sampled_from(["graded", "paying-up"])) for chapter in CHAPTERS}
    chapters = drawn | {"grading": "graded"}

    written = compose(composition(**{chapter: chapters[chapter] for chapter in order}), TWO)

    assert written == compose(composition(**chapters), TWO)
    assert problems_in(written, kinds()) == ()
