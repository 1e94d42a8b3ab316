from collections.abc import Mapping
from datetime import date

from bot.rulebooks import rulebook
from core.model.company import InForce
from core.rules.company.entry_gaps import gaps_in_entry


def gaps_of(settings: Mapping[str, object]) -> list[tuple[str, str]]:
    entry = InForce(rulebook="incident-compensation", since=date(2025, 1, 1), settings=settings)
    edition = rulebook("incident-compensation", date(2025, 1, 1))
    return [(gap.what, gap.found) for gap in gaps_in_entry(entry, edition)]


def test_settings_that_the_rulebook_takes_are_no_gap() -> None:
    assert gaps_of({"process_fine": "100.00"}) == []


def test_a_setting_that_is_none_and_a_value_that_cannot_be_are_named() -> None:
    assert gaps_of({"process_fin": "1.00", "process_fine": 100.5}) == [
        ("unknown_setting", "incident-compensation: process_fin"),
        ("bad_setting", "incident-compensation: process_fine = 100.5"),
    ]
