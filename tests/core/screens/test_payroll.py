from dataclasses import replace
from typing import Any

import pytest

from bot.render.renderer import Renderer
from core.model.message import Message
from core.model.money import Money
from core.model.roles import Grant, Role
from core.payroll.batch import Batch, BatchState
from core.payroll.planning import planned
from core.payroll.view import PayrollView
from core.payroll.wage_note import WageNote
from core.screens.payroll import payroll_card, payroll_lines, payroll_list, wages_shown
from tests.core.payroll.make_payroll import ZHANG, file_of, notice, owes
from tests.fakes import check_words
from tests.liability import verbs
from tests.make import NOW, case, company, person

FINANCE = person("E06", id=6)
AUDITOR = person("E08", id=8)


def batch(**changes: Any) -> Batch:
    settings: dict[str, Any] = {"id": 1, "month": "2025-03", "file_sha256": "f", "prepared_at": NOW}
    return Batch(**(settings | changes))


def view(fens: tuple[int, ...] = (100000, 50000), made: Batch | None = None, **changes: Any) -> PayrollView:
    return PayrollView(batch=made or batch(), people=planned(file_of(owes(*fens), **changes), 1))


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ({}, ["pay_make", "pay_lines"]),
        ({"state": BatchState.MADE, "made_by": 6}, ["pay_return", "pay_lines"]),
        ({"state": BatchState.MADE, "made_by": 7}, ["pay_close", "pay_return", "pay_lines"]),
        (
            {"state": BatchState.CLOSED, "closed_at": NOW},
            ["payslips_send", "pay_lines", "pay_paper", "pay_sheet"],
        ),
        (
            {"state": BatchState.CLOSED, "reported_at": NOW},
            ["pay_settle", "payslips_send", "pay_lines", "pay_paper", "pay_sheet"],
        ),
        ({"state": BatchState.SETTLED}, ["pay_lines", "pay_paper", "pay_sheet"]),
    ],
)
def test_finance_may_do_what_the_state_allows_and_an_auditor_only_looks(
    state: dict[str, Any], shown: list[str]
) -> None:
    card = payroll_card(view(made=batch(**state)), FINANCE)

    check_words(company(), card)
    assert verbs(card) == shown
    looks = [verb for verb in shown if verb in ("pay_lines", "pay_paper", "pay_sheet")]
    assert verbs(payroll_card(view(made=batch(**state)), AUDITOR)) == looks


def test_a_batch_without_lines_shows_nothing_to_open() -> None:
    empty = view(fens=())

    assert verbs(payroll_card(empty, FINANCE)) == ["pay_make"]
    assert verbs(payroll_card(empty, AUDITOR)) == []
    check_words(company(), payroll_lines(empty, {}, 0))


def test_questions_are_gathered_by_kind_with_names_and_the_sum() -> None:
    held = view(notices={1: notice(1, 1, is_frozen=True), 2: notice(2, 2, is_frozen=True)})

    card = payroll_card(held, FINANCE)

    check_words(company(), card)
    assert card.data["questions"] == [
        {
            "kind": "frozen",
            "count": 1,
            "people": [{"name": "张伟", "employee_no": "E17"}],
            "amount": Money(150000),
        }
    ]


def test_two_people_of_one_name_are_two() -> None:
    other = person("E18", id=18, name="张伟")
    owed = [*owes(50000), replace(owes(30000)[0], person_id=18, case_id=2, notice_id=2)]
    file = replace(
        file_of(owed, notices={1: notice(1, 1, is_frozen=True), 2: notice(2, 2, is_frozen=True)}),
        people={17: ZHANG, 18: other},
    )

    card = payroll_card(PayrollView(batch=batch(), people=planned(file, 1)), FINANCE)

    assert card.data["questions"] == [
        {
            "kind": "frozen",
            "count": 2,
            "people": [{"name": "张伟", "employee_no": "E17"}, {"name": "张伟", "employee_no": "E18"}],
            "amount": Money(80000),
        }
    ]


def test_what_payslips_say_otherwise_is_listed_with_the_sum_of_them_all() -> None:
    many = planned(file_of(owes(*range(1000, 13000, 1000))), 1)
    back = tuple(
        replace(one, lines=tuple(replace(line, withheld=Money(line.amount.fen - 100)) for line in one.lines))
        for one in many
    )
    closed = PayrollView(batch=batch(state=BatchState.CLOSED, closed_at=NOW, reported_at=NOW), people=back)

    card = payroll_card(closed, FINANCE)

    check_words(company(), card)
    check_words(company(), payroll_lines(closed, {number: case(id=number) for number in range(1, 13)}, 0))
    assert "and 2 more lines" in said(card)
    assert card.data["said"] == closed.withheld - Money(1200)
    assert payroll_card(replace(closed, people=many), FINANCE).data["said"] is None


def test_a_month_out_of_the_ordinary_is_pointed_at_until_it_is_closed() -> None:
    unusual = batch(month="2024-03")
    closed = replace(unusual, state=BatchState.SETTLED)

    assert "Check the month" in said(payroll_card(view(made=unusual), FINANCE))
    assert "Check the month" not in said(payroll_card(view(made=closed), FINANCE))
    assert "Check the month" not in said(payroll_card(view(), FINANCE))


def said(message: Message) -> str:
    return Renderer(company()).rendered("en", message).html


def lines_of(fens: tuple[int, ...], page: int) -> Message:
    cases = {number: case(id=number) for number in range(1, len(fens) + 1)}
    message = payroll_lines(view(fens), cases, page)
    check_words(company(), message)
    return message


def test_lines_are_paged() -> None:
    many = (-5000, *range(1000, 24000, 1000))

    first, last = lines_of(many, 0), lines_of(many, 9)

    assert verbs(first) == [*["plan_of"] * 9, "pay_lines", "pay_wages", "pay"]
    assert (last.data["first"], last.data["count"]) == (21, 24)
    assert verbs(lines_of(many, 1)) == [*["plan_of"] * 10, "pay_lines", "pay_lines", "pay_wages", "pay"]


def test_the_latest_months_come_first() -> None:
    listed = payroll_list([batch(id=1, month="2025-02"), batch(id=2, month="2025-03")])

    check_words(company(), listed)
    check_words(company(), payroll_list([]))
    assert [button.text for row in listed.rows for button in row] == ["2025-03", "2025-02"]


def test_a_finance_person_of_one_site_is_finance() -> None:
    other = person("E40", id=40, grants=(Grant(Role.FINANCE, "wuxi"),))

    assert verbs(payroll_card(view(), other))[0] == "pay_make"
    assert ZHANG.id == 17


@pytest.mark.parametrize("limit", [None, Money(51000)])
def test_wages_are_shown_with_their_limits(limit: Money | None) -> None:
    shown = wages_shown(view(), {17: WageNote(Money(300000), limit)}, 0)

    check_words(company(), shown)
    check_words(company(), wages_shown(view(), {}, 0))
    assert WageNote.of(str(WageNote(Money(300000), limit))) == WageNote(Money(300000), limit)
