"""Every figure of a report has a name, a token that fits a button, and its cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NoSuchThing
from core.model.negotiation import Contentment
from core.reports.figure import Chapter, Figure
from core.reports.figures import all_figures, figure_named, figure_of
from core.reports.rows import AnswerRow, ChargeRow, ClockRow, CostRow
from tests.core.reports.material import cases_of, report, row

SHOWN = report(
    row(
        1, loss=146_000, charged=91_980, borne=54_020, departments=("仓储部", "生产部"), cause_class="method"
    ),
    row(2, loss=146_001, product="=1+1", is_imported=True),
    clocks=(ClockRow(1, True, True), ClockRow(7, False, False)),
    answers=(AnswerRow(1, Contentment.SATISFIED), AnswerRow(8, Contentment.DISSATISFIED)),
    costs=(CostRow(1, "parts", 5), CostRow(9, "parts", 6), CostRow(9, "repair", 1), CostRow(2, "repair", 0)),
    charges=(ChargeRow(1, "E17", 100),),
    history=(0,) * 11 + (2,),
    open=(3,),
)


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("open", (3,)),
        ("overdue", (7,)),
        ("imported", (2,)),
        ("timely", (7,)),
        ("timely_good", (1,)),
        ("satisfaction", (8,)),
        ("satisfaction_good", (1,)),
        ("cost_control", (9, 1)),
        ("complaints", (1, 2)),
        ("cause.method", (1,)),
        ("department.", (2,)),
        ("product.=1+1", (2,)),
        ("loss", (2, 1)),
        ("spent", (9, 1)),
        ("cost.repair", (9,)),
        ("trend.m20250301", (1, 2)),
        ("person.E17", (1,)),
    ],
)
def test_a_figure_leads_to_its_cases_those_that_add_most_first(name: str, cases: tuple[int, ...]) -> None:
    assert cases_of(SHOWN, name) == cases


def test_every_sum_is_what_its_cases_add_up_to() -> None:
    for figure in all_figures(SHOWN):
        if figure.fen is not None:
            assert sum(figure.amounts.get(case, 0) for case in figure.cases) == figure.fen


def test_a_button_finds_the_figure_again_but_never_a_person() -> None:
    for figure in all_figures(SHOWN):
        if figure.chapter is Chapter.PERSONS:
            with pytest.raises(NoSuchThing):
                figure_of(SHOWN, figure.token)
        else:
            assert figure_of(SHOWN, figure.token) == figure


@given(st.text(max_size=200))
def test_a_token_is_short_and_has_no_sign_that_parts_what_a_button_carries(key: str) -> None:
    token = Figure(chapter=Chapter.DEPARTMENTS, group="department", key=key).token
    assert len(token) <= 19
    assert not set(token) & set(":.")


def test_a_mark_changes_with_the_cases_and_with_the_sum() -> None:
    one = Figure(chapter=Chapter.MONEY, key="loss", cases=(1,), count=1, fen=5)
    others = (
        Figure(chapter=Chapter.MONEY, key="loss", cases=(2,), count=1, fen=5),
        Figure(chapter=Chapter.MONEY, key="loss", cases=(1,), count=1, fen=6),
    )
    assert one.mark not in {0, *(other.mark for other in others)}


def test_what_is_no_figure_is_none() -> None:
    assert figure_named(SHOWN, "product.P-9") is None


@pytest.mark.parametrize("token", ["product~9", "nonsense~0", "nonsense", "person~e17"])
def test_a_place_or_a_name_that_the_report_does_not_have_is_refused(token: str) -> None:
    with pytest.raises(NoSuchThing):
        figure_of(SHOWN, token)


def test_the_place_that_buttons_of_an_earlier_release_carry_finds_its_bar() -> None:
    assert figure_of(SHOWN, "product~1").name == "product.P-300"
