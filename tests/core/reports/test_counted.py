"""What a form of a period takes from the report of that period."""

from typing import get_args

import pytest

from core.model.negotiation import Contentment
from core.reports.counted import counted
from core.reports.rows import AnswerRow, CostRow, EnteredRow
from core.rulebook.duty_rules import Counted
from tests.core.reports.material import report, row

SHOWN = report(
    row(1),
    row(2),
    closed=(7,),
    open=(1, 2),
    answers=(AnswerRow(1, Contentment.SATISFIED), AnswerRow(2, Contentment.DISSATISFIED)),
    costs=(CostRow(1, "parts", 90_000), CostRow(1, "transport", 5)),
    entered=(EnteredRow("orders", 400), EnteredRow("budget", 100_000)),
)


@pytest.mark.parametrize(
    ("what", "figure"),
    [
        ("registered", 2),
        ("closed", 1),
        ("open", 2),
        ("overdue", 0),
        ("satisfied", 1),
        ("surveyed", 2),
        ("orders", 400),
        ("spent", "900.05"),
        ("budget", "1000.00"),
        ("parts", "900.00"),
        ("transport", "0.05"),
        ("repair", "0.00"),
        ("return_and_refund", "0.00"),
        ("compensation", "0.00"),
    ],
)
def test_each_figure_is_a_count_or_money_as_a_form_keeps_it(what: Counted, figure: int | str) -> None:
    assert counted(SHOWN, what) == figure


def test_nothing_that_a_form_can_count_is_left_out_here() -> None:
    marks = test_each_figure_is_a_count_or_money_as_a_form_keeps_it.pytestmark  # type: ignore[attr-defined]
    assert {what for what, _ in marks[0].args[1]} == set(get_args(Counted))
