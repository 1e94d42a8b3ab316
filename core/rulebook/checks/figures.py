"""Figures must fit their facts: bounds of the right type, choices that exist, shares that total 100 percent."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.model.rate import WHOLE, percent_text
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.conditions import Bounds, FactTest, LossTest, PeopleTest, SettingTest
from core.rulebook.edition import Edition
from core.rulebook.fields import Fields, figure, flat_fields
from core.rulebook.figures import AmountRange, RateRange
from core.rulebook.money_rules import FactorAdjustment
from core.rulebook.vocabulary import FactField

_COUNTED = {"count", "decimal", "money", "percent"}
_DATED = {"date", "time"}


def figures_that_do_not_fit(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every figure, choice or range that cannot be meant."""
    fields = flat_fields(edition)
    for path, table in tables(edition):
        if isinstance(table, FactTest) and (table.fact in fields or table.fact == "occurred_on"):
            yield from _of_fact(path, table, fields)
        elif isinstance(table, (LossTest, PeopleTest)):
            yield from _bounds(path, table, "money" if isinstance(table, LossTest) else "count")
        else:
            yield from _of_rule(path, table, edition, fields)
    yield from _totals(edition)


def _of_rule(path: str, table: Chapter, edition: Edition, fields: Fields) -> Iterator[Fault]:
    if isinstance(table, SettingTest) and table.setting in edition.settings:
        yield from _choices(f"{path}.in", table.in_, edition.settings[table.setting].choices)
    elif isinstance(table, FactorAdjustment) and table.by in fields:
        yield from _choices(f"{path}.factors", tuple(table.factors), _choices_of(fields, table.by))
    elif _runs_backwards(table):
        yield Fault(path, "runs backwards;", "allowed is from the lower to the higher figure")


def _runs_backwards(table: Chapter) -> bool:
    if isinstance(table, RateRange):
        return table.from_ > table.to
    return isinstance(table, AmountRange) and table.from_ > table.to


def _of_fact(path: str, test: FactTest, fields: Fields) -> Iterator[Fault]:
    field_type = fields[test.fact].type if test.fact in fields else "date"
    tested = [test.is_, test.in_, test.has, test.given, test.after, test.within]
    if sum(one is not None for one in tested) + bool(test.written) != 1:
        yield Fault(
            path,
            "tests nothing, or several things;",
            "allowed is one of is, in, has, given, after, within, or bounds",
        )
    if test.written:
        yield from _bounds(path, test, field_type)
    if test.within is not None or test.after is not None:
        yield from _dates(path, test, field_type, fields)
    wanted = (
        *(() if test.is_ is None else (test.is_,)),
        *(test.in_ or ()),
        *(() if test.has is None else (test.has,)),
    )
    if field_type in {"choice", "choices"}:
        yield from _choices(path, wanted, _choices_of(fields, test.fact))
    elif wanted and field_type in {"boolean", "waiver"} and not all(isinstance(one, bool) for one in wanted):
        yield Fault(path, f"tests a {field_type} fact for {wanted[0]!r};", "allowed is true or false")


def _dates(path: str, test: FactTest, field_type: str, fields: Fields) -> Iterator[Fault]:
    within = test.within
    origin = within.of if within else str(test.after)
    origin_type = fields[origin].type if origin in fields else "date"
    if {field_type, origin_type} - _DATED:
        yield Fault(path, "compares what is no date;", "allowed are dates and times")
    if within and (within.months is None) == (within.days is None):
        yield Fault(f"{path}.within", "has no unit or two;", "allowed is months or days")


def _bounds(path: str, test: Bounds, field_type: str) -> Iterator[Fault]:
    if field_type not in _COUNTED:
        yield Fault(
            path, f"bounds a {field_type} fact;", "allowed are counts, decimals, money and percentages"
        )
        return
    for word, written in test.written.items():
        try:
            figure(field_type, written)
        except ValueError:
            yield Fault(
                f"{path}.{word}", f"{written!r} is no figure of type {field_type};", "allowed is one such"
            )


def _choices(path: str, wanted: tuple[object, ...], known: object) -> Iterator[Fault]:
    allowed = tuple(known) if isinstance(known, dict) else ()
    for name in wanted:
        if name not in allowed:
            yield Fault(path, f"{name!r} is no choice;", f"declared are {', '.join(allowed) or 'none'}")


def _choices_of(fields: Fields, name: str) -> object:
    field = fields[name]
    return field.choices if isinstance(field, FactField) else {}


def _totals(edition: Edition) -> Iterator[Fault]:
    for place, row in enumerate(edition.splits):
        if isinstance(row.shares, dict) and sum(row.shares.values()) != WHOLE:
            total = percent_text(sum(row.shares.values()))
            yield Fault(
                f"splits[{place}].shares", f"total {total};", "shares must total 100 percent", row.clause
            )
