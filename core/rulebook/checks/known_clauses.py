"""A rule may only obey a clause that the text has: a misspelt clause could not be looked up."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition
from core.rulebook.grading import Incident
from core.rulebook.process_rules import Scope


def unknown_clauses(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every clause that is not in the list `clauses`; without a list none is unknown.

    The clauses that only say where the text applies, and what an incident is, may stand outside of it.
    """
    known = frozenset(edition.clauses)
    if not known:
        return
    for path, table in tables(edition):
        if not isinstance(table, (Scope, Incident)):
            yield from (_fault(where, one) for where, one in _named(path, table) if one not in known)
    for name in ("not_executable", "overridden"):
        yield from (_fault(name, clause) for clause in getattr(edition, name) if clause not in known)


def _named(path: str, table: Chapter) -> Iterator[tuple[str, str]]:
    clause = getattr(table, "clause", None)
    if isinstance(clause, str):
        yield f"{path}.clause", clause
    yield from ((f"{path}.covers", one) for one in getattr(table, "covers", ()))


def _fault(path: str, clause: str) -> Fault:
    return Fault(path, f"{clause!r} is no clause of the text;", "allowed are those of the list `clauses`")
