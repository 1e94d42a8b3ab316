from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from core.model.company import InForce
from core.model.group import Group
from core.model.money import Money
from core.model.pay_law import MinimumWage
from core.model.person import Person
from core.model.roles import Grant, Role
from core.rules.company.company_gaps import SetUp, gaps_in
from tests.make import NOW, PEOPLE, SUZHOU, company, person

TODAY = date(2025, 3, 3)
LAWFUL: dict[str, Any] = {
    "sites": (SUZHOU,),
    "contract_clause": "第 12 条",
    "rule_published_on": date(2025, 1, 1),
    "minimum_wages": (MinimumWage("suzhou", date.min, Money.of("2490.00")),),
}
GROUP = Group(id=1, chat_id=-1, title="苏州", site="suzhou", linked_by=1, linked_at=NOW)
OTHERS = tuple(
    person(
        f"E{number}",
        department=department,
        manager_no="E05",
        grants=(Grant(Role.SUPERVISOR, "suzhou", department),),
    )
    for number, department in enumerate(("销售部", "品管部", "财务部", "人事部", "稽核部", "行政部"), 20)
)
FINANCE = person(
    "E30", name="冯刚", department="财务部", manager_no="E05", grants=(Grant(Role.FINANCE, "suzhou"),)
)
STAFF = (
    *(person(number) for number in PEOPLE),
    *OTHERS,
    FINANCE,
    person("E31", department="厂办", manager_no="E05"),
)


def set_up(people: Sequence[Person] = STAFF, groups: Sequence[Group] = (GROUP,), **changes: Any) -> SetUp:
    return SetUp(
        company=company(**(LAWFUL | changes)),
        people=people,
        groups=groups,
        posts={
            "logistics-liability": ("administration_manager", "general_manager"),
            "six-grade-incidents": ("x",),
        },
        today=TODAY,
    )


def whats(made: SetUp) -> list[str]:
    return [gap.what for gap in gaps_in(made)]


def without(*numbers: str) -> list[Person]:
    return [one for one in STAFF if one.employee_no not in numbers]


def test_a_complete_company_has_no_gaps() -> None:
    assert gaps_in(set_up()) == ()


def test_a_rulebook_or_site_that_does_not_exist_is_named() -> None:
    in_force = (
        InForce(rulebook="logistics-liability", since=date(2025, 1, 1)),
        InForce(rulebook="no-such-thing", since=date(2025, 1, 1), site="nanjing"),
    )

    gaps = gaps_in(set_up(in_force=in_force))

    assert [(gap.what, gap.found) for gap in gaps] == [
        ("unknown_rulebook", "no-such-thing"),
        ("unknown_site", "nanjing"),
    ]


def test_two_rulebooks_for_the_same_place_and_day_are_a_conflict() -> None:
    in_force = tuple(
        InForce(rulebook=rulebook, since=date(2025, 1, 1), site="suzhou")
        for rulebook in ("logistics-liability", "six-grade-incidents")
    )

    (gap,) = [gap for gap in gaps_in(set_up(in_force=in_force)) if gap.what == "two_rulebooks"]

    assert (gap.found, gap.allowed) == ("suzhou / 2025-01-01", "logistics-liability, six-grade-incidents")


def test_a_site_without_a_rulebook_a_wage_or_grounds_is_named() -> None:
    made = set_up(in_force=(), minimum_wages=(), contract_clause="", people=(), groups=())

    assert whats(made) == ["no_rulebook", "no_minimum_wage", "no_contract"]


def test_a_persons_own_region_needs_a_minimum_wage_too() -> None:
    people = [*STAFF, person("E40", region="kunshan", department="厂办")]

    assert [(gap.what, gap.found) for gap in gaps_in(set_up(people=people))] == [
        ("no_minimum_wage", "kunshan")
    ]


def test_roles_that_nobody_holds_are_named() -> None:
    gaps = gaps_in(set_up(people=without("E08", "E09")))

    assert [(gap.what, gap.role, gap.post) for gap in gaps] == [
        ("nobody_holds", Role.AUDITOR, ""),
        ("nobody_holds_post", Role.RECHECK, "administration_manager"),
    ]


def test_a_single_finance_person_cannot_close_a_batch() -> None:
    (gap,) = gaps_in(set_up(people=without("E30")))

    assert (gap.what, gap.found) == ("single_finance", "何静")


def test_a_site_without_a_group_is_named() -> None:
    assert whats(set_up(groups=(replace(GROUP, is_linked=False),))) == ["no_group"]


def test_somebody_without_a_manager_is_named_but_not_the_general_manager() -> None:
    people = [*without("E17"), person("E17", manager_no=None)]

    assert [(gap.what, gap.found) for gap in gaps_in(set_up(people=people))] == [("no_manager", "张伟 (E17)")]


def test_a_manager_who_has_left_is_named() -> None:
    people = [*without("E03"), person("E03", left_on=date(2025, 3, 2))]

    gaps = gaps_in(set_up(people=people))

    assert {(gap.what, gap.found, gap.allowed) for gap in gaps} == {
        ("manager_gone", "张伟 (E17)", "E03"),
        ("no_supervisor", "苏州厂 / 仓储部", ""),
    }


def test_managers_in_a_circle_are_named_and_who_stands_below_is_not() -> None:
    people = [*without("E04", "E05"), person("E04", manager_no="E05"), person("E05", manager_no="E04")]

    gaps = gaps_in(set_up(people=people))

    assert [(gap.what, gap.allowed) for gap in gaps] == [
        ("manager_circle", "E04 → E05 → E04"),
        ("manager_circle", "E05 → E04 → E05"),
    ]


def test_a_department_that_nobody_leads_is_named() -> None:
    people = [*STAFF, person("E40", department="设备部", manager_no="E05")]

    assert [(gap.what, gap.found) for gap in gaps_in(set_up(people=people))] == [
        ("no_supervisor", "苏州厂 / 设备部")
    ]
