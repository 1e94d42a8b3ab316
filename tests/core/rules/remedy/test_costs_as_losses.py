"""What the remedy cost, beside the losses that are entered: each is offered once, as what the rulebook calls it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from bot.rulebooks import rulebook
from core.model.money import Money
from core.model.remedy import Cost, CostClass, RemedyKind, Undertaking
from core.rules.case.kinds_of_loss import ALL_KINDS
from core.rules.remedy.costs_as_losses import RemedyCost, costs_as_losses, kinds_of_cost, open_amount

EDITION = rulebook("logistics-liability", date.max).edition
NOON = datetime(2025, 3, 4, 4, tzinfo=UTC)
TAKEN = {
    "kind": "material",
    "amount": "800.00",
    "remedy": {"undertaking": 1, "cost_class": "parts"},
}


def part(*costs: tuple[CostClass, int], id: int = 1, done: bool = True) -> Undertaking:  # noqa: A002 - the field's own name
    return Undertaking(
        id=id,
        case_id=1,
        kind=RemedyKind.REPAIR,
        what="更换 8 台轴封",
        owner_id=3,
        costs=tuple(Cost(cost_class=one, fen=fen, basis=f"{fen}") for one, fen in costs),
        done_at=NOON if done else None,
        done_by=3 if done else None,
    )


def found(*parts: Undertaking, losses: tuple[Mapping[str, object], ...] = ()) -> tuple[RemedyCost, ...]:
    return costs_as_losses(parts, {1: 2}, losses, EDITION)


def test_only_what_was_carried_out_counts_by_part_and_class() -> None:
    costs = found(
        part((CostClass.PARTS, 50000), (CostClass.TRANSPORT, 12000), (CostClass.PARTS, 30000)),
        part((CostClass.PARTS, 999), id=2, done=False),
    )

    assert [(one.cost_class.value, one.amount, one.basis, one.proofs) for one in costs] == [
        ("parts", Money(80000), "50000; 30000", 2),
        ("transport", Money(12000), "12000", 2),
    ]
    assert open_amount(costs) == Money(92000)


@pytest.mark.parametrize(
    ("cost_class", "kinds"),
    [
        (CostClass.TRANSPORT, ("freight", "return_freight")),
        (CostClass.COMPENSATION, ("customer_compensation", "discount")),
        (CostClass.PARTS, ("material",)),
    ],
)
def test_a_cost_is_what_the_rulebook_speaks_of_and_else_the_usual(
    cost_class: CostClass, kinds: tuple[str, ...]
) -> None:
    (one,) = found(part((cost_class, 100)))

    assert one.kinds == kinds


def test_every_class_of_cost_can_be_entered_as_something() -> None:
    for cost_class in CostClass:
        assert set(kinds_of_cost(cost_class, ALL_KINDS)) <= set(ALL_KINDS)
        assert kinds_of_cost(cost_class, ())


def test_what_was_taken_over_is_open_no_more() -> None:
    (one,) = found(part((CostClass.PARTS, 80000)), losses=(TAKEN,))

    assert (one.place, one.is_open) == (0, False)


def test_an_item_of_another_amount_since_is_open_again() -> None:
    changed = {**TAKEN, "amount": "700.00"}
    (one,) = found(part((CostClass.PARTS, 80000)), losses=(changed,))

    assert (one.place, one.entered, one.is_open) == (0, Money(70000), True)


def test_the_same_amount_that_somebody_typed_is_named_once_and_not_if_it_is_foreign() -> None:
    typed = {"kind": "material", "amount": "800.00"}
    foreign = {**typed, "foreign": {"currency": "USD"}}
    two = part((CostClass.PARTS, 80000)), part((CostClass.PARTS, 80000), id=2)

    first, second = found(*two, losses=(foreign, {"kind": "labour", "person_hours": "8"}, typed))

    assert (first.place, first.is_typed, first.is_open) == (2, True, True)
    assert (second.place, second.is_typed) == (None, False)


def test_the_item_says_where_it_comes_from() -> None:
    (one,) = found(part((CostClass.PARTS, 80000)))

    assert one.as_item("material") == TAKEN
