from core.model.label import Label
from core.rulebook.chapter import Chapter
from core.rulebook.edition import Edition
from core.rulebook.measure import measure_of
from core.rulebook.money_rules import FactorAdjustment, PointsAdjustment, RateCharge, Split
from core.rulebook.parsing import read_edition
from core.rulebook.rows import inner_rows, is_head, rows_of
from core.rulebook.units import unit_of
from tests.core.rulebook.test_checked_text import SOUND
from tests.core.rulebook.test_problems import TEXT

EDITION = read_edition(TEXT)


def test_every_filled_chapter_has_rows_and_the_head_has_none() -> None:
    filled = {
        name
        for name in EDITION.model_fields_set
        if not is_head(name) and getattr(EDITION, name) not in ({}, (), None)
    }

    assert rows_of(EDITION).keys() == filled


def test_a_row_knows_its_path_its_key_and_its_clause() -> None:
    rows = rows_of(read_edition(SOUND))

    assert [row.path for row in rows["charges"]] == ["charges[0]", "charges[1]", "charges[2]"]
    assert rows["roles"][0].path == "roles.responsible"
    assert rows["roles"][0].key == "responsible"
    assert rows["incident"][0].clause == "3.1"
    assert rows["readings"][0].clause == ""


def test_criteria_of_a_grade_are_rows_of_their_own_and_choices_are_not() -> None:
    grade = next(iter(EDITION.grades.values()))

    assert inner_rows(grade) == {"any": grade.any}
    assert inner_rows(Label(zh_hans="词", en="word")) == {}


def test_the_unit_of_a_whole_number_is_told_by_its_field() -> None:
    asked: list[tuple[type[Chapter], str]] = [
        (RateCharge, "rate"),
        (Split, "shares"),
        (PointsAdjustment, "points"),
        (FactorAdjustment, "factors"),
        (RateCharge, "clause"),
    ]

    assert [unit_of(*one) for one in asked] == ["percent", "percent", "points", "decimal", None]


def test_the_measure_counts_rules_and_not_words() -> None:
    measure = measure_of(read_edition(SOUND))

    assert (measure.clauses, measure.charges, measure.appeals, measure.grades) == (15, 3, 0, 0)
    assert measure.missing == ("process_fine",)
    assert measure.gates == 1
    assert measure_of(_without_rules()).rules == 0


def _without_rules() -> Edition:
    head = read_edition(SOUND)
    return Edition(id="x", edition="y", zone="UTC", title=head.title, roles=head.roles)
