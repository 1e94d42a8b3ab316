"""What carries out a clause: every rule of an edition under its path, by the clauses it names."""

from collections.abc import Mapping
from typing import Final

from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.duty_rules import Duty
from core.rulebook.edition import Edition

CORRECTIVE: Final = "corrective"
REPORTS: Final = "reports"
PAYROLL: Final = "payroll"


def carriers(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return the paths of the rules that name each clause, such as `charges[0]` or `duties.recall`.

    A duty that belongs to a step of correcting the cause is carried out there, and one whose form takes figures from
    the report by the report too, as one that the batches of payroll do is carried out by them. A duty without fields or evidence of its own asks nothing of anybody, and carries
    nothing out.
    """
    found: dict[str, list[str]] = {}
    for path, table in tables(edition):
        if _is_empty(table):
            continue
        clause = getattr(table, "clause", None)
        named = (clause, *getattr(table, "covers", ())) if isinstance(clause, str) else ()
        for one in dict.fromkeys(named):
            found.setdefault(one, []).extend((path, *_corrective(table), *_reported(table), *_paid(table)))
    return {clause: tuple(paths) for clause, paths in found.items()}


def _corrective(table: Chapter) -> tuple[str, ...]:
    """The step of correcting a cause that carries a duty out, as `corrective.effect`."""
    return (f"{CORRECTIVE}.{table.step}",) if isinstance(table, Duty) and table.step else ()


def _reported(table: Chapter) -> tuple[str, ...]:
    """What the report counts for the form of a duty by the calendar, as `reports.satisfied`."""
    if not isinstance(table, Duty) or not table.rhythm:
        return ()
    return tuple(f"{REPORTS}.{field.counts}" for field in table.fields.values() if field.counts)


def _paid(table: Chapter) -> tuple[str, ...]:
    """What the payroll batches fill in of a duty that they do, as `payroll.amount`."""
    if not isinstance(table, Duty):
        return ()
    return tuple(f"{PAYROLL}.{field.payroll}" for field in table.fields.values() if field.payroll)


def _is_empty(table: Chapter) -> bool:
    if not isinstance(table, Duty) or table.automatic:
        return False
    return not table.fields and table.evidence == "none"


def mechanism(path: str) -> str:
    """Return the chapter that a rule stands in: `charges` for `charges[0]`."""
    return path.split(".", 1)[0].split("[", 1)[0]
