from datetime import date
from pathlib import Path

from core.rulebook.calendar_months import months_later
from core.rulebook.in_force import edition_in_force
from tests.core.rulebook.shipped import compiled

TEXT = (Path(__file__).parents[1] / "rules" / "synthetic.toml").read_text("utf-8")
FIRST = compiled(TEXT)
SECOND = compiled(TEXT.replace("2024-01-01", "2025-01-01"))
UNDATED = compiled(TEXT.replace("in_force_from = 2024-01-01\n", ""))


def test_the_latest_edition_in_force_on_the_day_of_the_facts_is_taken() -> None:
    assert edition_in_force((SECOND, FIRST), date(2024, 12, 31)) is FIRST
    assert edition_in_force((SECOND, FIRST), date(2025, 1, 1)) is SECOND


def test_before_all_editions_the_first_is_taken_so_that_it_can_say_so() -> None:
    assert edition_in_force((SECOND, FIRST), date(2020, 1, 1)) is FIRST


def test_an_edition_without_a_day_was_always_in_force() -> None:
    assert edition_in_force((SECOND, UNDATED), date(1990, 1, 1)) is UNDATED


def test_months_end_on_the_same_day_or_the_last_one() -> None:
    assert months_later(date(2024, 12, 3), 3) == date(2025, 3, 3)
    assert months_later(date(2024, 11, 30), 3) == date(2025, 2, 28)
    assert months_later(date(2024, 12, 31), 12) == date(2025, 12, 31)
