"""Sharing the base among departments: which row holds, what each department bears, in exact fractions."""

from collections.abc import Sequence
from math import lcm
from typing import Final

from core.model.assessment import DepartmentShare, Pending
from core.model.fault import Fault
from core.model.money import Money, largest_remainder
from core.model.rate import WHOLE, half_up, percent_text
from core.model.request import NamedDepartment
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.money_rules import Split
from core.rules.assessment.findings import Findings
from core.rules.assessment.shares import Shares

Part = tuple[int, int]
"""An exact share of the whole: numerator and denominator."""

ALL: Final[Part] = (1, 1)
NONE: Final[Part] = (0, 1)

Parts = dict[str, Part | None]
"""What each department bears; None while a person must set it."""


def row_in_force(rulebook: CompiledRulebook, case: Circumstances, over: str) -> Split | None:
    """Return the first split row that holds; None where none does or a fact is missing."""
    for ruled in rulebook.splits[over]:
        answer = ruled.gate.holds(case)
        if answer:
            return ruled.row
        if answer is None:
            return None
    return None


def department_parts(
    row: Split, shares: Shares | None, departments: Sequence[NamedDepartment], findings: Findings
) -> Parts:
    """Return what each department bears under this row; faulty entries go to the findings.

    `shares` are those of the row by fault; None while the setting that gives them is missing.
    """
    parts: Parts = {department.id: NONE for department in departments}
    sharing = [department for department in departments if department.fault in row.among]
    if row.shares == "entered":
        parts.update(_entered(row, sharing, findings))
        return parts
    if shares is None:
        return {**parts, **dict.fromkeys((department.id for department in sharing), None)}
    for fault, rate in shares.items():
        group = [department for department in sharing if department.fault == fault]
        _check_group(row, fault, group, departments, findings)
        parts.update(_inside(row, group, rate, findings))
    return parts


def _entered(row: Split, sharing: Sequence[NamedDepartment], findings: Findings) -> Parts:
    shares = {department.id: department.share for department in sharing}
    if row.alone and len(sharing) == 1 and None in shares.values():
        return dict.fromkeys(shares, ALL)
    total = sum(share for share in shares.values() if share is not None)
    if total > WHOLE or (None not in shares.values() and shares and total != WHOLE):
        found = f"found is {percent_text(total)} in total;"
        findings.faults.append(Fault("departments", found, "shares must total 100 percent", row.clause))
    for department in sharing:
        if department.share is None:
            findings.ask(Pending("share_percent", row.clause, decider=row.by, department=department.id))
    if not sharing:
        findings.ask(Pending("department", row.clause, decider=row.by))
    return {name: None if share is None else (share, WHOLE) for name, share in shares.items()}


def _check_group(
    row: Split,
    fault: str,
    group: Sequence[NamedDepartment],
    departments: Sequence[NamedDepartment],
    findings: Findings,
) -> None:
    if fault in row.single and len(group) > 1:
        found = f"found are {len(group)} departments of fault {fault};"
        findings.faults.append(Fault("departments", found, "allowed is one; several need shares", row.clause))
    if group:
        return
    if fault in row.single and not departments:
        findings.ask(Pending("department", row.clause))
        return
    found = f"found is no department of fault {fault};"
    findings.faults.append(Fault("departments", found, "one is needed", row.clause))


def _inside(row: Split, group: Sequence[NamedDepartment], rate: int, findings: Findings) -> Parts:
    weights = [department.weight for department in group]
    given = [weight for weight in weights if weight is not None]
    if given and (len(given) < len(weights) or not sum(given)):
        found = f"found are {len(given)} weights for {len(weights)} departments;"
        allowed = "each of a group needs a weight, not all of them 0, or none"
        findings.faults.append(Fault("departments", found, allowed, row.clause))
        return dict.fromkeys((department.id for department in group), None)
    if not given and len(group) > 1:
        findings.lean_on(row.group_reading, row.clause)
    whole = sum(given) or len(group)
    return {
        department.id: (rate * (1 if department.weight is None else department.weight), WHOLE * whole)
        for department in group
    }


def department_shares(
    parts: Parts, departments: Sequence[NamedDepartment], base: int | None
) -> tuple[DepartmentShare, ...]:
    """Return each department's share and amount; the amounts add up to the base, ties go by id."""
    known = {name: part for name, part in parts.items() if part is not None}
    amounts = _amounts(known, base) if len(known) == len(parts) and base is not None else {}
    return tuple(
        DepartmentShare(
            one.id,
            None if (part := parts[one.id]) is None else half_up(part[0] * WHOLE, part[1]),
            Money(0) if base == 0 else amounts.get(one.id),
        )
        for one in departments
    )


def _amounts(parts: dict[str, Part], base: int) -> dict[str, Money]:
    names = sorted(parts)
    whole = lcm(*(parts[name][1] for name in names)) if names else 1
    weights = [parts[name][0] * (whole // parts[name][1]) for name in names]
    if not sum(weights):
        return dict.fromkeys(names, Money(0))
    return dict(zip(names, map(Money, largest_remainder(base, weights)), strict=True))
