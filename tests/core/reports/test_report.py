"""What a report counts, adds up and divides; and that each figure leads to its cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.case import Stage
from core.model.negotiation import Contentment
from core.reports.indicators import IndicatorId
from core.reports.report import NUMBERS
from core.reports.rows import AnswerRow, CaseRow, ChargeRow, ClockRow, CostRow, EnteredRow
from tests.core.reports.material import cases_of, report, row

KEPT = ClockRow(1, True, True)


def rates(**more: object) -> dict[str, int | None]:
    return {one.id.value: one.rate for one in report(row(1), **more).indicators}


def test_an_empty_month_has_no_rates_and_no_bars() -> None:
    empty = report()
    assert empty.is_empty
    assert [one.rate for one in empty.indicators] == [None, None, None, None]
    assert empty.causes == ()
    assert cases_of(empty, "registered") == ()


def test_the_timely_rate_is_of_what_fell_due_and_leads_to_what_was_late() -> None:
    clocks = (KEPT, ClockRow(2, True, True), ClockRow(3, False, True), ClockRow(3, False, False))
    shown = report(row(1), clocks=clocks)
    assert rates(clocks=clocks)["timely"] == 500_000
    assert cases_of(shown, "timely") == (3,)
    assert shown.counts["overdue"] == (3,)


def test_a_customer_who_has_not_answered_is_in_no_rate() -> None:
    answers = (
        AnswerRow(1, Contentment.SATISFIED),
        AnswerRow(2, Contentment.DISSATISFIED),
        AnswerRow(3, Contentment.SATISFIED),
        AnswerRow(4, Contentment.NO_ANSWER),
    )
    assert rates(answers=answers)["satisfaction"] == 666_667
    assert cases_of(report(row(1), answers=answers), "satisfaction") == (2,)


def test_cost_control_is_spent_of_budget_and_may_be_over_it() -> None:
    costs, entered = (
        (CostRow(1, "parts", 90_000), CostRow(1, "transport", 30_000)),
        (EnteredRow("budget", 100_000),),
    )
    shown = report(row(1), costs=costs, entered=entered)
    assert rates(costs=costs, entered=entered)["cost_control"] == 1_200_000
    assert shown.costs == {"parts": 90_000, "transport": 30_000}
    assert shown.sums["spent"] == 120_000


def test_the_complaint_rate_leaves_out_what_was_refused() -> None:
    shown = report(row(1), row(2, stage=Stage.REFUSED), entered=(EnteredRow("orders", 400),))
    complaints = next(one for one in shown.indicators if one.id is IndicatorId.COMPLAINTS)
    assert (complaints.part, complaints.whole, complaints.rate) == (1, 400, 2_500)
    assert shown.counts["refused"] == (2,)


def test_bars_go_from_the_most_frequent_on_and_what_is_unknown_stands_last() -> None:
    causes = ["", "", "", "method", "method", "people"]
    shown = report(*(row(number, cause_class=cause) for number, cause in enumerate(causes, start=1)))
    assert [(bar.key, bar.count, bar.cumulative) for bar in shown.causes] == [
        ("method", 2, 333_333),
        ("people", 1, 500_000),
        ("", 3, 1_000_000),
    ]
    assert cases_of(shown, "cause.method") == (4, 5)
    assert cases_of(shown, "cause.") == (1, 2, 3)
    assert cases_of(shown, "cause.no_such") is None
    assert cases_of(shown, "no_such.key") is None


def test_a_case_counts_for_each_of_its_departments() -> None:
    shown = report(row(1, departments=("仓储部", "生产部")), row(2, departments=("仓储部",)), row(3))
    assert [(bar.key, bar.count) for bar in shown.groups["department"]] == [
        ("仓储部", 2),
        ("生产部", 1),
        ("", 1),
    ]


def test_a_product_with_several_cases_comes_back() -> None:
    shown = report(row(1), row(2), row(3, product="V-9"), row(4, product=""), row(5, product=""))
    assert [(bar.key, bar.count) for bar in shown.coming_back()] == [("P-300", 2)]


def test_a_grade_is_one_of_its_own_rulebook() -> None:
    shown = report(row(1, grade="serious"), row(2, grade="serious", rulebook="other"), row(3))
    assert [bar.key for bar in shown.groups["grade"]] == ["logistics-liability/serious", "other/serious", ""]


def test_sums_are_of_what_counts() -> None:
    shown = report(
        row(1, loss=146_000, charged=91_980, borne=54_020), row(2), row(3, loss=5, stage=Stage.REFUSED)
    )
    assert shown.sums == {"loss": 146_000, "charged": 91_980, "borne": 54_020, "spent": 0}


def test_what_persons_owe_is_added_up_the_most_first() -> None:
    charges = (ChargeRow(1, "E17", 100), ChargeRow(2, "E03", 500), ChargeRow(3, "E17", 300))
    assert list(report(row(1), charges=charges).charges.items()) == [("E03", 500), ("E17", 400)]


rows = st.builds(
    lambda number, stage, cause, product, loss: row(
        number, stage=stage, cause_class=cause, product=product, loss=loss
    ),
    st.integers(1, 10**6),
    st.sampled_from(list(Stage)),
    st.sampled_from(["", "method", "people", "machine"]),
    st.sampled_from(["", "P-300", "V-9"]),
    st.none() | st.integers(0, 10**9),
)


@given(st.lists(rows, unique_by=lambda one: one.id))
def test_every_case_stands_behind_one_bar_of_each_chart(cases: list[CaseRow]) -> None:
    shown = report(*cases)
    counted = sorted(case.id for case in cases if case.counts)
    for bars in (shown.causes, shown.groups["product"], shown.groups["site"], shown.groups["grade"]):
        assert sorted(one for bar in bars for one in bar.cases) == counted
        assert sum(bar.loss for bar in bars) == shown.sums["loss"]
        assert not bars or bars[-1].cumulative == 1_000_000


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_leads_to_its_cases(name: str) -> None:
    shown = report(row(1), closed=(2,), open=(3,), recurrences=(4,))
    assert cases_of(shown, name) == shown.counts[name]
