"""Requests for any rulebook, made from its own vocabulary: of the right form, otherwise at random."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from bot.rulebooks import ids, rulebook
from core.model.money import Money
from core.model.rate import percent_text
from core.rulebook.compiled import CompiledRulebook, RateRule
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
        return money.map(lambda amount: max(amount, str(row.at_least or "0.00"), key=float))
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


def all_but_one(values: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """All of these, now and then less one, now and then none."""
    if not values:
        return st.just({})
    left_out = st.just("") | st.sampled_from(list(values))
    return st.just({}) | st.builds(_without, st.fixed_dictionaries(values), left_out)


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def chosen_rates(edition: CompiledRulebook, role: str) -> list[str]:
    """The ends of every range in which a rate of the role is chosen."""
    rules = [rule for rule in edition.charges if isinstance(rule, RateRule) and rule.by]
    ends = {end for rule in rules if role in rule.row.roles for end in (rule.low, rule.high)}
    return [percent_text(end) for end in sorted(ends)]


def person(edition: CompiledRulebook, role: str) -> st.SearchStrategy[dict[str, Any]]:
    """A person in this role, with whatever the rulebook asks about persons."""
    book, rates = edition.edition, chosen_rates(edition, role)
    fields = {name: fact(field) for name, field in book.person.items()}
    named = {"id": st.sampled_from(NAMES), "role": st.just(role)}
    belongs = {"department": st.sampled_from(NAMES[:2])} if book.faults else {}
    chosen = {"chosen_rate": st.sampled_from(rates), "reason": st.just("words")} if rates else {}
    return st.fixed_dictionaries(named | belongs | chosen, optional={"month_wage": money, **fields})


def department(edition: CompiledRulebook) -> st.SearchStrategy[dict[str, Any]]:
    """A department at fault."""
    known = {"id": st.sampled_from(NAMES[:2]), "fault": st.sampled_from(list(edition.edition.faults))}
    return st.fixed_dictionaries(known)


def once(rows: list[dict[str, Any]], shares: str) -> list[dict[str, Any]]:
    """Each person once in a role, each department once, with one wage for all roles; sometimes with shares."""
    found = {(row["id"], row.get("role")): row for row in rows}
    seen: set[str] = set()
    for row in found.values():
        if row["id"] in seen:
            row.pop("month_wage", None)
        seen.add(row["id"])
        if shares:
            row["share_percent"] = shares if shares != "equal" else EQUAL[len(found)]
    return list(found.values())


EQUAL = {1: "100", 2: "50", 3: "33.3333", 4: "25"}
shares_given = st.sampled_from(["", "", "equal", "100"])


def some(
    rows: st.SearchStrategy[dict[str, Any]] | None, most: int
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some of them, each once."""
    return st.just([]) if rows is None else st.builds(once, st.lists(rows, max_size=most), shares_given)


@cache
def requests_of(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Requests under one rulebook."""
    edition = EDITIONS[name]
    book = edition.edition
    loss = st.fixed_dictionaries({"kind": st.sampled_from(list(edition.loss_labels)), "amount": money})
    people = (
        st.sampled_from(list(book.roles)).flatmap(lambda role: person(edition, role)) if book.roles else None
    )
    return st.fixed_dictionaries(
        {
            "occurred_on": st.just("2025-03-03"),
            "losses": st.lists(loss, min_size=1, max_size=3) | st.just([]),
            "facts": all_but_one({name: fact(field) for name, field in book.facts.items()}),
            "people": some(people, 4),
            "departments": some(department(edition) if book.faults else None, 2),
            "settings": all_but_one({name: setting(row) for name, row in book.settings.items()}),
            "events": st.just({}) | all_but_one({name: event(row) for name, row in book.events.items()}),
        }
    )
