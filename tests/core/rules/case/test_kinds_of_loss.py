from datetime import date

from bot.rulebooks import rulebook
from core.rules.case.kinds_of_loss import kinds_spoken_of, kinds_to_enter
from core.rules.case.rewarded_roles import roles_only_rewarded

DAY = date(2025, 3, 3)
LOGISTICS = rulebook("logistics-liability", DAY).edition
SIX_GRADES = rulebook("six-grade-incidents", DAY).edition
COMPENSATION = rulebook("incident-compensation", DAY).edition


def test_the_kinds_that_a_rulebook_speaks_of_come_first() -> None:
    assert {"customer_compensation", "discount", "labour", "vehicle"} <= set(kinds_spoken_of(LOGISTICS))
    assert "scrap" not in kinds_spoken_of(LOGISTICS)


def test_a_rulebook_that_names_no_kind_takes_all_that_need_no_price() -> None:
    assert "labour" not in kinds_spoken_of(COMPENSATION)
    assert "material" in kinds_spoken_of(COMPENSATION)


def test_a_kind_that_only_the_base_names_is_spoken_of() -> None:
    assert {"material", "next_process"} <= set(kinds_spoken_of(SIX_GRADES))


def test_hours_can_be_entered_only_where_they_have_a_price() -> None:
    assert {"labour", "vehicle"} <= set(kinds_to_enter(LOGISTICS))
    assert not {"labour", "vehicle"} & set(kinds_to_enter(COMPENSATION))


def test_only_the_informant_is_never_charged() -> None:
    assert roles_only_rewarded(LOGISTICS) == {"informant"}
