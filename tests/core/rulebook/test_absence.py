"""What a test of two absent facts answers together."""

from datetime import date

from core.rulebook.absence import any_unknown, no
from core.rulebook.circumstances import Circumstances, Party

NOTHING_KNOWN = Circumstances(
    occurred_on=date(2025, 3, 3), facts={}, losses={}, direct=0, settings={}, parties=()
)


def asked(_circumstances: Circumstances, _party: Party | None) -> None:
    return None


def test_one_of_two_facts_that_is_asked_for_leaves_the_test_unknown() -> None:
    assert any_unknown([no, asked])(NOTHING_KNOWN, None) is None


def test_two_facts_of_which_none_is_asked_for_answer_no() -> None:
    assert any_unknown([no, no])(NOTHING_KNOWN, None) is False


def test_one_fact_answers_for_itself() -> None:
    assert any_unknown([no]) is no
