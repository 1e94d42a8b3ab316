"""Facts that rules count, add up or take amounts from must be of a type that carries such a figure."""

from collections.abc import Iterator, Mapping
from typing import Final

from core.model.fault import Fault
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition
from core.rulebook.fields import Fields, flat_fields
from core.rulebook.figures import AmountRange, FromFact
from core.rulebook.grading import ByHand
from core.rulebook.money_rules import Base, FactorAdjustment, FixedCharge, PointsAdjustment, RateCharge
from core.rulebook.pricing_rules import UnitPricing

PERSON: Final = "person."
_AMOUNT: Final = frozenset({"money"})
_COUNT: Final = frozenset({"count"})
_CHOICE: Final = frozenset({"choice"})

_NAMED: Final[Mapping[type[Chapter], Mapping[str, frozenset[str]]]] = {
    AmountRange: {"at": _AMOUNT},
    Base: {"fact": _AMOUNT},
    FixedCharge: {"times": _COUNT},
    PointsAdjustment: {"each": _COUNT},
    FactorAdjustment: {"by": _CHOICE},
    ByHand: {"fact": _CHOICE | _COUNT},
    UnitPricing: {"each": frozenset({"record"}), "quantity": _COUNT, "allowance_of": _COUNT},
}
"""The types of fact that each field may name."""

_GIVING: Final[Mapping[type[Chapter], Mapping[str, frozenset[str]]]] = {
    RateCharge: {"of": _AMOUNT},
    FixedCharge: {"amount": _AMOUNT},
    UnitPricing: {"price": _AMOUNT, "allowance_rate": frozenset({"percent"})},
}
"""The types of fact that may stand for each figure."""

_OF_CASE: Final = (AmountRange, Base, ByHand, RateCharge, UnitPricing)
"""Rules that look at the case, at no person."""


def facts_of_another_type(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every fact that cannot carry what its rule takes it for."""
    fields = flat_fields(edition)
    for path, table in tables(edition):
        for place, name, wanted in _taken(path, table):
            if name in fields:
                yield from _of_type(place, name, wanted, fields)
                yield from _of_person(place, name, table)
        if isinstance(table, UnitPricing):
            yield from _of_its_record(path, table)


def _taken(path: str, table: Chapter) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each fact that the table takes a figure from, where, and the types that carry one."""
    for field, wanted in _NAMED.get(type(table), {}).items():
        named = getattr(table, field)
        for name in named if isinstance(named, tuple) else (named,):
            if name is not None:
                yield f"{path}.{field}", name, wanted
    for field, wanted in _GIVING.get(type(table), {}).items():
        source = getattr(table, field)
        if isinstance(source, FromFact):
            yield f"{path}.{field}", source.fact, wanted


def _of_type(path: str, name: str, wanted: frozenset[str], fields: Fields) -> Iterator[Fault]:
    found = fields[name].type
    if found not in wanted:
        yield Fault(
            path, f"{name!r} is of type {found};", f"allowed are facts of type {' or '.join(sorted(wanted))}"
        )


def _of_person(path: str, name: str, table: Chapter) -> Iterator[Fault]:
    if name.startswith(PERSON) and isinstance(table, _OF_CASE):
        yield Fault(path, f"{name!r} is a field of a person;", "allowed are facts of the case")


def _of_its_record(path: str, row: UnitPricing) -> Iterator[Fault]:
    """What is counted by the unit stands in the record itself."""
    named = {
        "quantity": row.quantity,
        "price": row.price.fact,
        "allowance_of": row.allowance_of,
        "allowance_rate": row.allowance_rate.fact,
    }
    for field, name in named.items():
        if name.partition(".")[0] != row.each:
            yield Fault(
                f"{path}.{field}", f"{name!r} is no field of {row.each};", f"allowed are {row.each}.…"
            )
