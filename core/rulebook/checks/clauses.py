"""Every clause of the regulation is carried by a rule, and every rule obeys a clause of it."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition


def clauses_without_rule(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for each clause that nothing carries."""
    carried = set(_carried(edition))
    for clause in edition.clauses:
        if clause not in carried and clause not in edition.not_executable:
            yield Fault("clauses", f"{clause} is carried by no rule;", "name it in `clause` or `covers`")


def _carried(edition: Edition) -> Iterator[str]:
    for _, table in tables(edition):
        clause = getattr(table, "clause", None)
        if isinstance(clause, str):
            yield clause
        yield from getattr(table, "covers", ())
