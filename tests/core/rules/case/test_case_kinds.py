from datetime import date

from core.model.company import InForce
from core.rules.case.case_kinds import CASE_KIND, kind_field, kind_said
from tests.make import company

DAY = date(2025, 3, 3)
SINCE = date(2025, 1, 1)
GENERAL = InForce(rulebook="logistics-liability", since=SINCE)
CLAIMS = InForce(rulebook="six-grade-incidents", since=SINCE, kind="客户索赔")
RETURNS = InForce(rulebook="incident-compensation", since=SINCE, kind="退货")


def test_nobody_is_asked_where_one_rulebook_fits() -> None:
    for in_force in ((GENERAL,), (CLAIMS,), ()):
        assert kind_field(company(in_force=in_force), "suzhou", DAY) == {}


def test_the_kinds_are_asked_for_in_the_companys_own_words() -> None:
    field = kind_field(company(in_force=(GENERAL, CLAIMS, RETURNS)), "suzhou", DAY)[CASE_KIND]

    assert {key: choice.label.en for key, choice in field.choices.items()} == {
        "kind_1": "客户索赔",
        "kind_2": "退货",
        "other": "Other",
    }
    assert not field.optional


def test_what_was_said_is_the_kind_and_the_only_kind_says_itself() -> None:
    made = company(in_force=(GENERAL, CLAIMS, RETURNS))

    assert kind_said({CASE_KIND: "kind_2"}, made, "suzhou", DAY) == "退货"
    assert kind_said({CASE_KIND: "other"}, made, "suzhou", DAY) is None
    assert kind_said({}, made, "suzhou", DAY) is None
    assert kind_said({}, company(in_force=(CLAIMS,)), "suzhou", DAY) == "客户索赔"
    assert kind_said({}, company(in_force=()), "suzhou", DAY) is None
