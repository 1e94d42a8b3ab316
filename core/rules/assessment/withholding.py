"""The statutory guard: what may be withheld from a month's wage, whatever the rulebook says."""

from collections.abc import Sequence

from core.model.assessment import MINIMUM_WAGE, Caution, PersonResult, Schedule
from core.model.money import ZERO, Money
from core.model.rate import WHOLE
from core.model.request import NamedPerson
from core.rulebook.compiled import Guard
from core.rules.assessment.findings import Findings


def monthly_limit(wage: Money, minimum: Money, guard: Guard) -> Money:
    """Return what may be withheld in a month: the share of the wage rounded down, and never into the minimum."""
    return Money(min(wage.fen * guard.share // WHOLE, max(0, wage.fen - minimum.fen)))


def schedules(
    named: Sequence[NamedPerson],
    results: Sequence[PersonResult],
    minimum: Money | None,
    guard: Guard,
    findings: Findings,
) -> tuple[Schedule, ...]:
    """Return a schedule for each person with a wage and a known amount; roles of one person together."""
    owed: dict[str, int | None] = {}
    wages: dict[str, int] = {}
    for person, result in zip(named, results, strict=True):
        before = owed.get(person.id, 0)
        owed[person.id] = None if before is None or result.amount is None else before + result.amount.fen
        if person.month_wage is not None:
            wages[person.id] = person.month_wage
    found = []
    for name, wage in wages.items():
        fen = owed[name]
        if fen is not None and (fen == 0 or minimum is not None):
            limit = monthly_limit(Money(wage), minimum or ZERO, guard)
            found.append(_schedule(name, fen, limit, guard, findings))
        elif fen is not None:
            findings.missing_settings[MINIMUM_WAGE] = None
    return tuple(found)


def _schedule(name: str, fen: int, limit: Money, guard: Guard, findings: Findings) -> Schedule:
    if fen == 0:
        return Schedule(name, limit, 0, ZERO)
    if limit.fen == 0 or fen > limit.fen * guard.longest_months:
        findings.warn(Caution("guard_zero", person=name))
        return Schedule(name, limit, 0, ZERO)
    months, rest = divmod(fen, limit.fen)
    return Schedule(name, limit, months, Money(rest))
