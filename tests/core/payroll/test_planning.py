from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ledger.balances import Owed
from core.model.money import Money
from core.payroll.batch import Hold, PlanKind
from core.payroll.planning import PayrollFile, PlannedPerson, planned
from core.payroll.questions import questions_in
from tests.core.payroll.make_payroll import LAWFUL, ZHANG, file_of, notice, owes, plan
from tests.make import NOW, person

FEN = st.integers(1, 10**7)


def amounts(file: PayrollFile) -> list[int]:
    return [line.amount.fen for one in planned(file) for line in one.lines]


def holds(file: PayrollFile) -> list[Hold | None]:
    return [line.hold for one in planned(file) for line in one.lines]


def only(file: PayrollFile) -> PlannedPerson:
    (one,) = planned(file)
    return one


def test_at_most_a_fifth_of_the_wage_is_withheld_and_the_oldest_case_comes_first() -> None:
    one = only(file_of(owes(100000, 50000, 30000), wage=600000))

    assert one.limit == Money(120000)
    assert [line.amount.fen for line in one.lines] == [100000, 20000, 0]
    assert [line.remaining.fen for line in one.lines] == [0, 30000, 30000]
    assert (one.withheld, one.remaining) == (Money(120000), Money(60000))


def test_what_remains_is_never_below_the_minimum_wage() -> None:
    assert amounts(file_of(owes(100000), wage=260000)) == [11000]
    assert amounts(file_of(owes(100000), wage=249000)) == [0]
    assert amounts(file_of(owes(100000), wage=200000)) == [0]


def test_a_fifth_is_rounded_down_to_the_fen() -> None:
    assert only(file_of(owes(10**7), wage=600003)).limit == Money(120000)


@given(st.integers(0, 2 * 10**6), st.lists(FEN, min_size=1, max_size=5))
def test_no_month_passes_the_limit_and_no_line_passes_what_is_owed(wage: int, fens: list[int]) -> None:
    one = only(file_of(owes(*fens), wage=wage))

    assert one.limit is not None
    assert one.withheld.fen == min(one.limit.fen, sum(fens))
    assert one.limit.fen == max(0, min(wage // 5, wage - 249000))
    assert all(0 <= line.amount.fen <= line.owed.fen for line in one.lines)
    assert one.withheld.fen + one.remaining.fen == sum(fens)


@given(st.permutations(owes(100000, 50000, 30000)))
def test_the_order_of_the_ledger_does_not_matter(owed: list[Owed]) -> None:
    assert planned(file_of(list(owed))) == planned(file_of(owes(100000, 50000, 30000)))


def test_what_is_owed_back_is_paid_whatever_the_limit() -> None:
    assert amounts(file_of(owes(-40000, 100000), wage=200000)) == [-40000, 0]
    assert amounts(file_of(owes(-40000), wage=None)) == [-40000]


@pytest.mark.parametrize(
    ("changes", "hold"),
    [
        ({"notices": {1: notice(1, 1, is_frozen=True)}}, Hold.FROZEN),
        ({"settled": {"contract_clause": ""}}, Hold.NO_CONTRACT),
        ({"settled": {"rule_published_on": None}}, Hold.NOT_PUBLISHED),
        ({"settled": {"rule_published_on": date(2025, 3, 2)}}, Hold.NOT_PUBLISHED),
        ({"notices": {1: notice(1, 1, delivered_at=None)}}, Hold.NOT_NOTICED),
        ({"plans": (plan(PlanKind.PAUSE),)}, Hold.PAUSED),
        ({"plans": (plan(PlanKind.PAUSE, until="2025-03"),)}, Hold.PAUSED),
        ({"wage": None}, Hold.NO_WAGE),
        ({"settled": {"minimum_wages": ()}}, Hold.NO_MINIMUM_WAGE),
    ],
)
def test_nothing_is_withheld_while_something_stands_against_it_and_it_is_asked_about(
    changes: dict[str, Any], hold: Hold
) -> None:
    file = file_of(owes(100000), **changes)

    assert (amounts(file), holds(file)) == ([0], [hold])
    assert [(one.kind, one.amount) for one in questions_in(planned(file))] == [(hold.value, Money(100000))]


@pytest.mark.parametrize("given", ["seen_at", "handed_over_at", "refused_at"])
def test_a_notice_on_paper_or_refused_before_a_witness_was_given(given: str) -> None:
    file = file_of(owes(100000), notices={1: notice(1, 1, delivered_at=None, **{given: NOW})})

    assert holds(file) == [None]


@pytest.mark.parametrize(
    "changes",
    [{"approved_at": None}, {"ended_at": NOW}, {"until": "2025-02"}, {"notice_id": 2}],
)
def test_a_pause_that_is_not_approved_over_or_for_another_notice_holds_nothing(
    changes: dict[str, Any],
) -> None:
    assert holds(file_of(owes(100000), plans=(plan(PlanKind.PAUSE, **changes),))) == [None]


def test_instalments_are_the_most_that_a_notice_pays_in_a_month() -> None:
    agreed = plan(PlanKind.INSTALMENTS, each=Money(30000))
    owed = [*owes(50000, 20000), replace(owes(50000)[0], clause="9.2")]

    lines = only(file_of(owed, plans=(agreed,))).lines

    assert [(line.case_id, line.clause, line.amount.fen) for line in lines] == [
        (1, "5.1", 30000),
        (1, "9.2", 0),
        (2, "5.1", 20000),
    ]


def test_a_leaver_whose_debt_cannot_be_withheld_in_full_is_asked_about() -> None:
    leaver = replace(ZHANG, left_on=date(2025, 3, 20))
    file = file_of(owes(150000), people=(leaver,))

    assert only(file).is_leaving
    assert [(one.kind, one.amount) for one in questions_in(planned(file))] == [("leaver", Money(30000))]
    assert questions_in(planned(file_of(owes(1000), people=(leaver,)))) == ()


@pytest.mark.parametrize(
    ("left_on", "wages", "hold", "asked"),
    [
        (date(2025, 2, 28), {}, "leaver", ["leaver"]),
        (date(2025, 3, 1), {}, "no_wage", ["no_wage"]),
        (date(2025, 2, 28), {17: Money(600000)}, None, ["leaver"]),
    ],
)
def test_of_whoever_left_before_the_month_no_wage_is_missed(
    left_on: date, wages: dict[int, Money], hold: str | None, asked: list[str]
) -> None:
    file = file_of(owes(150000), people=(replace(ZHANG, left_on=left_on),), wages=wages)

    assert [line.hold for line in only(file).lines] == [hold]
    assert [one.kind for one in questions_in(planned(file))] == asked


def test_people_stand_in_the_order_of_their_numbers() -> None:
    people = (ZHANG, person("E03", id=18))
    owed = [*owes(1000), *owes(1000, person_id=18)]

    found = planned(file_of(owed, people=people, wages={17: Money(600000), 18: Money(700000)}))

    assert [one.person.employee_no for one in found] == ["E03", "E17"]


def test_a_persons_own_region_gives_the_minimum_wage() -> None:
    file = file_of(owes(100000), people=(replace(ZHANG, region="kunshan"),), settled=LAWFUL)

    assert holds(file) == [Hold.NO_MINIMUM_WAGE]


def test_a_line_differs_by_what_the_payslip_withheld_beyond_it() -> None:
    (line,) = only(file_of(owes(100000))).lines

    assert line.difference == Money(0)
    assert replace(line, withheld=Money(90000)).difference == Money(-10000)


def test_a_reward_that_was_paid_and_reversed_is_not_withheld_without_a_notice() -> None:
    reward = [replace(owes(4000)[0], notice_id=0)]

    assert holds(file_of(reward, notices={})) == [Hold.NOT_NOTICED]


def test_nothing_is_paid_back_while_the_figures_are_open() -> None:
    file = file_of(owes(-40000), notices={1: notice(1, 1, is_frozen=True)})

    assert (amounts(file), holds(file)) == ([0], [Hold.FROZEN])
