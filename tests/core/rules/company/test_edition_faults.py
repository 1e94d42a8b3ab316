"""What keeps an edition from following those that are there."""

from datetime import date

import pytest

from core.rulebook.edition import Edition
from core.rulebook.parsing import read_edition
from core.rules.company.edition_faults import edition_faults
from tests.bot.edition_text import edition_text

TODAY = date(2025, 3, 3)
HELD = ("logistics-liability",)


def edition(day: str, name: str = "new") -> Edition:
    return read_edition(edition_text(edition=name, day=day))


def faults(day: str, *known: Edition) -> list[str]:
    return [str(fault) for fault in edition_faults(edition(day), known, HELD, TODAY)]


@pytest.mark.parametrize("day", ["2025-03-04", "2026-01-01"])
def test_an_edition_from_tomorrow_or_later_follows_what_is_there(day: str) -> None:
    assert faults(day, edition("", "undated"), edition("2025-01-01", "last year's")) == []


@pytest.mark.parametrize("day", ["2025-05-31", "2025-06-01"])
def test_no_edition_slips_in_before_one_that_is_approved_already(day: str) -> None:
    found = (
        "in_force_from: logistics-liability has an edition from 2025-06-01; allowed is a day after 2025-06-01"
    )
    assert faults(day, edition("2025-06-01", "approved")) == [found]


def test_the_day_to_choose_is_after_the_latest_edition_even_where_today_is_refused() -> None:
    found = "in_force_from: found is 2025-03-03; allowed is a day after 2025-06-01"
    assert faults("2025-03-03", edition("2025-06-01", "approved")) == [found]
