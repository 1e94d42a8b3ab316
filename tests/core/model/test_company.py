from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.company import InForce
from core.model.label import Label
from core.model.money import Money
from core.model.pay_law import MinimumWage
from core.model.roles import Role
from core.rules.duty.office_roles import is_settled
from tests.make import company

DAY = date(2025, 3, 3)
SINCE = date(2025, 1, 1)
GENERAL = InForce(rulebook="general", since=SINCE)
CLAIMS = InForce(rulebook="claims", since=SINCE, kind="索赔")
STORES = InForce(rulebook="stores", since=SINCE, department="仓储部", posts={"office": Role.HR})
LATER = InForce(rulebook="later", since=date(2025, 4, 1), site="wuxi")

entries = st.builds(
    InForce,
    rulebook=st.sampled_from("abc"),
    since=st.dates(date(2025, 1, 1), date(2025, 5, 1)),
    site=st.sampled_from([None, "suzhou", "wuxi"]),
    department=st.sampled_from([None, "仓储部", "品管部"]),
    kind=st.sampled_from([None, "索赔", "投诉"]),
)


def names(*found: InForce | None) -> list[str | None]:
    return [entry.rulebook if entry else None for entry in found]


def test_a_kind_of_case_has_its_rulebook_and_all_others_the_general_one() -> None:
    made = company(in_force=(GENERAL, CLAIMS))

    assert names(made.holds("suzhou", None, DAY), made.holds("suzhou", None, DAY, "索赔")) == [
        "general",
        "claims",
    ]
    assert made.kinds("suzhou", DAY) == ("索赔", None)


def test_nobody_is_asked_for_the_kind_where_one_rulebook_holds() -> None:
    assert company(in_force=(GENERAL, STORES)).kinds("suzhou", DAY) == (None,)
    assert company(in_force=(CLAIMS,)).kinds("suzhou", DAY) == ("索赔",)
    assert company(in_force=(CLAIMS,)).kinds("suzhou", date(2024, 1, 1)) == ()


def test_the_department_counts_before_the_kind_and_the_kind_before_the_site() -> None:
    both = InForce(rulebook="site", since=SINCE, site="suzhou")
    made = company(in_force=(GENERAL, CLAIMS, STORES, both))

    assert names(made.holds("suzhou", "仓储部", DAY, "索赔")) == ["stores"]
    assert names(made.holds("suzhou", None, DAY, "索赔")) == ["claims"]
    assert names(made.holds("suzhou", None, DAY)) == ["site"]


def test_every_department_and_kind_with_a_rulebook_of_its_own_is_a_choice() -> None:
    made = company(in_force=(GENERAL, CLAIMS, STORES, LATER))

    assert names(*made.choices("wuxi", DAY)) == ["general", "claims", "stores"]
    assert names(made.holding("wuxi", "stores", DAY), made.holding("wuxi", "later", DAY)) == ["stores", None]
    assert names(*made.choices("wuxi", date(2025, 4, 1))) == ["later", "claims", "stores"]


def test_a_post_is_held_as_the_entry_says_then_as_the_company_says_then_by_the_general_manager() -> None:
    made = company(in_force=(GENERAL, STORES), posts={"office": Role.RECHECK})

    assert made.role_of("office", "stores") is Role.HR
    assert made.role_of("office", "general") is Role.RECHECK
    assert made.role_of("nobody", "stores") is Role.GENERAL_MANAGER


def test_only_a_rulebook_that_a_composition_takes_from_is_cut_off_the_name_of_a_post() -> None:
    titles = {"other-rules": Label.model_validate({"zh-Hans": "另一部", "en": "Other"})}
    made = company(in_force=(GENERAL, STORES), titles=titles)

    assert made.role_of("office_of_other_rules", "stores") is Role.HR
    assert made.role_of("office_of_sales", "stores") is Role.GENERAL_MANAGER
    assert not is_settled("director_of_sales", "stores", made)


@given(st.lists(entries, max_size=6), st.sampled_from(["suzhou", "wuxi"]))
def test_whatever_holds_for_somebody_is_among_the_choices(in_force: list[InForce], site: str) -> None:
    made = company(in_force=tuple(in_force))

    for department in (None, "仓储部", "别的"):
        for kind in (None, "索赔", "别的"):
            held = made.holds(site, department, DAY, kind)
            found = {(one.rulebook, one.department, one.kind) for one in made.choices(site, DAY)}
            assert held is None or (held.rulebook, held.department, held.kind) in found


@given(st.permutations([GENERAL, CLAIMS, STORES, LATER]))
def test_the_order_of_the_entries_does_not_matter(in_force: list[InForce]) -> None:
    made = company(in_force=tuple(in_force))

    assert names(made.holds("wuxi", None, date(2025, 5, 1)), made.holds("wuxi", None, DAY, "索赔")) == [
        "later",
        "claims",
    ]


def test_a_minimum_wage_holds_from_its_day_until_the_next() -> None:
    steps = (
        MinimumWage("suzhou", date(2025, 7, 1), Money(249000)),
        MinimumWage("suzhou", date(2024, 1, 1), Money(228000)),
        MinimumWage("wuxi", date.min, Money(200000)),
    )
    made = company(minimum_wages=steps)

    assert made.minimum_wage("suzhou", date(2025, 6, 30)) == Money(228000)
    assert made.minimum_wage("suzhou", date(2025, 7, 1)) == Money(249000)
    assert made.minimum_wage("suzhou", date(2023, 12, 31)) is None


def test_a_persons_own_region_goes_before_the_sites() -> None:
    made = company()

    assert (made.region_of("suzhou"), made.region_of("suzhou", "kunshan")) == ("suzhou", "kunshan")


def test_a_day_begins_at_midnight_of_the_site() -> None:
    midnight = datetime(2025, 3, 3, 16, tzinfo=UTC)

    assert company().day_at("suzhou", midnight - timedelta(microseconds=1)) == date(2025, 3, 3)
    assert company().day_at("suzhou", midnight) == date(2025, 3, 4)
