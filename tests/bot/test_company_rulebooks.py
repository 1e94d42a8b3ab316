from datetime import date

from bot.company_rulebooks import CompanyRulebooks
from bot.rulebooks import ids, ready
from core.rulebook.parsing import read_edition
from tests.core.rulebook.compositions import PAYING, composition


def test_without_anything_of_its_own_a_company_has_what_ships() -> None:
    at_hand = CompanyRulebooks()

    assert at_hand.ids == ids()
    assert list(at_hand.faults()) == []
    assert at_hand.on("six-grade-incidents", date(2025, 3, 3)).id == "six-grade-incidents"


def test_what_is_wrong_with_the_whole_is_told_of_the_composition() -> None:
    unchecked = ready(read_edition(PAYING.replace('{ main = "100%" }', '{ main = "90%" }')), "x")
    ours = composition(liability="paying-up")

    faults = CompanyRulebooks({"paying-up": (unchecked,)}, {"ours": ours}).faults()

    assert [str(fault).split(";")[0] for fault in faults] == ["compositions.ours: splits[0].shares: total 90"]
