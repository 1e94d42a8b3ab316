"""Requests for any rulebook, made from its own vocabulary: of the right form, otherwise at random."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from bot.rulebooks import ids, rulebook
from core.model.money import Money
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.timing import Event
from core.rulebook.vocabulary import FactField, RecordFact, Setting

EDITIONS = {name: rulebook(name, date.max) for name in ids()}

FIGURES = (0, 1, 4999, 5000, 5001, 50000, 50001, 100000, 600000, 600001, 2999999, 3000000, 5000000)
"""Amounts in fen at which one clause or another begins."""

fen = st.sampled_from(FIGURES) | st.integers(0, 9_000_000)
money = fen.map(lambda amount: str(Money(amount)))
percents = st.sampled_from(["0", "0.0001", "12.5", "30", "40", "50", "60", "70", "100"])
days = st.dates(date(2025, 1, 1), date(2025, 4, 30)).map(str)
times = st.builds(
    "{}T{:02}:30:00+08:00".format, st.dates(date(2025, 2, 20), date(2025, 3, 9)), st.integers(0, 23)
)
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "boolean": st.booleans(),
    "count": st.integers(0, 6),
    "decimal": st.sampled_from(["0", "0.5", "12", "48", "48.000001"]),
    "money": money,
    "percent": percents,
    "text": st.just("words"),
    "date": days,
    "time": times,
    "waiver": st.sampled_from([True, False, "a reason"]),
}
NAMES = ("A", "B", "C", "D", "E")


def fact(field: FactField | RecordFact) -> st.SearchStrategy[Any]:
    """A value of a fact, or of a record with all or some of its fields."""
    if isinstance(field, RecordFact):
        fields = {name: fact(inner) for name, inner in field.fields.items()}
        return st.fixed_dictionaries(fields) if field.complete else st.fixed_dictionaries({}, optional=fields)
    if field.type == "choice":
        return st.sampled_from(list(field.choices))
    if field.type == "choices":
        return st.lists(st.sampled_from(list(field.choices)), max_size=3)
    return PLAIN[field.type]


def setting(row: Setting) -> st.SearchStrategy[Any]:
    """A value of a setting; a table has a cell for every key."""
    if row.type == "choice":
        return st.sampled_from(list(row.choices))
    if row.type == "table":
        return table(tuple(row.by.values()))
    if row.type == "money":
        return money.map(lambda amount: max(amount, row.at_least or "0.00", key=float))
    return PLAIN[row.type] if row.type == "percent" else st.integers(1, 30)


def table(keys: tuple[tuple[str, ...], ...]) -> st.SearchStrategy[Any]:
    """A table of percentages; a single level totals 100, as shares must."""
    if len(keys) > 1:
        return st.fixed_dictionaries(
            {key: st.fixed_dictionaries(dict.fromkeys(keys[1], percents)) for key in keys[0]}
        )
    rest = dict.fromkeys(keys[0], "0")
    return st.sampled_from(keys[0]).map(lambda whole: {**rest, whole: "100"})


def event(row: Event) -> st.SearchStrategy[str]:
    """A moment, or a month."""
    return st.just("2025-02") if row.type == "month" else times


def person(edition: CompiledRulebook) -> st.SearchStrategy[dict[str, Any]]:
    """A person in one of the roles, with whatever the rulebook asks about persons."""
    fields = {name: fact(field) for name, field in edition.edition.person.items()}
    wage = {"month_wage": money} if "month_wage" not in fields else {}
    named = {"id": st.sampled_from(NAMES), "role": st.sampled_from(list(edition.edition.roles))}
    belongs = {"department": st.sampled_from(NAMES[:2])} if edition.edition.faults else {}
    shares = {"share_percent": st.sampled_from(["50", "100"])}
    return st.fixed_dictionaries(named | belongs, optional={**fields, **wage, **shares})


def department(edition: CompiledRulebook) -> st.SearchStrategy[dict[str, Any]]:
    """A department at fault."""
    known = {"id": st.sampled_from(NAMES[:2]), "fault": st.sampled_from(list(edition.edition.faults))}
    return st.fixed_dictionaries(known, optional={"share_percent": st.sampled_from(["50", "100"])})


def once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each person once in a role, each department once, with one wage for all roles."""
    found = {(row["id"], row.get("role")): row for row in rows}
    seen: set[str] = set()
    for row in found.values():
        if row["id"] in seen:
            row.pop("month_wage", None)
        seen.add(row["id"])
    return list(found.values())


@cache
def requests_of(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Requests under one rulebook."""
    edition = EDITIONS[name]
    book = edition.edition
    loss = st.fixed_dictionaries({"kind": st.sampled_from(list(edition.loss_labels)), "amount": money})
    nobody: st.SearchStrategy[list[dict[str, Any]]] = st.just([])
    people = st.lists(person(edition), max_size=4).map(once) if book.roles else nobody
    departments = st.lists(department(edition), max_size=2).map(once) if book.faults else nobody
    return st.fixed_dictionaries(
        {
            "occurred_on": st.just("2025-03-03"),
            "losses": st.lists(loss, max_size=3),
            "facts": st.fixed_dictionaries({}, optional={n: fact(f) for n, f in book.facts.items()}),
            "people": people,
            "departments": departments,
            "settings": st.fixed_dictionaries({}, optional={n: setting(s) for n, s in book.settings.items()}),
            "events": st.fixed_dictionaries({}, optional={n: event(e) for n, e in book.events.items()}),
        }
    )
