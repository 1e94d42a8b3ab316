"""What putting the customer right has really cost, as loss items of the case: none is typed twice."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.model.money import ZERO, Money
from core.model.remedy import Cost, CostClass, Undertaking
from core.rulebook.edition import Edition
from core.rules.case.kinds_of_loss import kinds_spoken_of

# under which key an item says what it was taken over from
SOURCE: Final = "remedy"
# what each class of cost can be as a loss, the most usual first
_KINDS: Final[Mapping[CostClass, tuple[str, ...]]] = {
    CostClass.PARTS: ("material", "other"),
    CostClass.REPAIR: ("rework", "other"),
    CostClass.TRANSPORT: ("freight", "return_freight", "other"),
    CostClass.RETURN_AND_REFUND: ("customer_compensation", "scrap", "other"),
    CostClass.COMPENSATION: ("customer_compensation", "discount", "other"),
}
Item = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyCost:
    """One class of cost of one part that was carried out, with how many pieces prove it.

    `kinds` are the losses it can be under the rulebook. `place` is the item it was taken over into; where it `is_typed`,
    an item of the same amount that somebody typed without saying from where.
    """

    undertaking: Undertaking
    cost_class: CostClass
    amount: Money
    basis: str
    proofs: int
    kinds: tuple[str, ...]
    place: int | None = None
    entered: Money | None = None
    is_typed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the losses do not have it yet, or have it otherwise."""
        return self.place is None or self.is_typed or self.entered != self.amount

    def as_item(self, kind: str) -> Item:
        """The loss item of that kind, with its source."""
        source = {"undertaking": self.undertaking.id, "cost_class": self.cost_class.value}
        return {"kind": kind, "amount": str(self.amount), SOURCE: source}


def costs_as_losses(
    undertakings: Iterable[Undertaking], proofs: Mapping[int, int], losses: Sequence[Item], edition: Edition
) -> tuple[RemedyCost, ...]:
    """Of all parts that were carried out, in their order; `proofs` counts the evidence of each."""
    spoken_of = frozenset(kinds_spoken_of(edition))
    costs = [
        replace(one, kinds=kinds_of_cost(one.cost_class, spoken_of), proofs=proofs.get(part.id, 0))
        for part in undertakings
        if part.done_at is not None
        for one in _by_class(part)
    ]
    taken = [_taken_over(one, losses) for one in costs]
    free = {place for place, item in enumerate(losses) if SOURCE not in item and "foreign" not in item}
    return tuple(_typed(one, losses, free) for one in taken)


def kinds_of_cost(cost_class: CostClass, spoken_of: Collection[str]) -> tuple[str, ...]:
    """Those that the rulebook's rules speak of; where they speak of none, the most usual."""
    known = _KINDS[cost_class]
    return tuple(kind for kind in known if kind in spoken_of) or known[:1]


def open_amount(costs: Iterable[RemedyCost]) -> Money:
    """What was spent and the losses do not have, or have otherwise."""
    return sum((one.amount for one in costs if one.is_open), start=ZERO)


def _by_class(part: Undertaking) -> Iterator[RemedyCost]:
    by_class: dict[CostClass, list[Cost]] = {}
    for cost in part.costs:
        by_class.setdefault(cost.cost_class, []).append(cost)
    for cost_class, items in by_class.items():
        yield RemedyCost(
            undertaking=part,
            cost_class=cost_class,
            amount=Money(sum(item.fen for item in items)),
            basis="; ".join(item.basis for item in items),
            proofs=0,
            kinds=(),
        )


def _taken_over(one: RemedyCost, losses: Sequence[Item]) -> RemedyCost:
    source = one.as_item("")[SOURCE]
    for place, item in enumerate(losses):
        if item.get(SOURCE) == source:
            return replace(one, place=place, entered=_amount(item))
    return one


def _typed(one: RemedyCost, losses: Sequence[Item], free: set[int]) -> RemedyCost:
    """The item of the same kind and amount that nothing else accounts for, if there is one."""
    if one.place is not None:
        return one
    for place in sorted(free):
        if losses[place]["kind"] in one.kinds and _amount(losses[place]) == one.amount:
            free.remove(place)
            return replace(one, place=place, entered=one.amount, is_typed=True)
    return one


def _amount(item: Item) -> Money | None:
    return Money.of(str(item["amount"])) if "amount" in item else None
