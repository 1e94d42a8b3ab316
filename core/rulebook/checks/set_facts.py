"""What a missed deadline sets must be a fact that can be set so: a yes, or one of several choices."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.rulebook.edition import Edition
from core.rulebook.timing import SetFact
from core.rulebook.vocabulary import FactField, RecordFact


def facts_that_cannot_be_set(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every fact of another type, and for every choice that is none of its own."""
    for name, deadline in edition.deadlines.items():
        sets = deadline.missed.sets if deadline.missed else None
        fact = edition.facts.get(sets.fact) if sets else None
        if sets and fact:
            yield from _of(f"deadlines.{name}.missed.sets", sets, fact)


def _of(path: str, sets: SetFact, fact: FactField | RecordFact) -> Iterator[Fault]:
    wanted = "boolean" if sets.has is None else "choices"
    if fact.type != wanted:
        yield Fault(f"{path}.fact", f"{sets.fact!r} is of the type {fact.type};", f"allowed here is {wanted}")
    elif isinstance(fact, FactField) and sets.has is not None and sets.has not in fact.choices:
        declared = ", ".join(sorted(fact.choices))
        yield Fault(f"{path}.has", f"{sets.has!r} is none of its choices;", f"declared are {declared}")
