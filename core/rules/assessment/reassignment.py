"""People who answer in another role than the one they were named in."""

from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.compiled import CompiledRulebook, Ruled
from core.rulebook.conduct_rules import Reassignment
from core.rulebook.gate import Gate
from core.rules.assessment.findings import Findings

Changed = dict[int, tuple[str, str, str]]
"""The place of a party whose role changed: from, to, clause."""


def reassign(
    rulebook: CompiledRulebook, case: Circumstances, findings: Findings
) -> tuple[Changed, frozenset[str]]:
    """Change roles where a clause says so; return who changed, and the roles for which that is unknown."""
    changed: Changed = {}
    unknown: set[str] = set()
    for ruled, witness in rulebook.reassignments:
        when = ruled.gate.holds(case)
        if when is None:
            unknown |= {ruled.row.role, ruled.row.becomes}
        if when:
            unknown |= _apply(ruled, witness, case, findings, changed)
    return changed, frozenset(unknown)


def _apply(
    ruled: Ruled[Reassignment],
    witness: Gate,
    case: Circumstances,
    findings: Findings,
    changed: Changed,
) -> set[str]:
    row = ruled.row
    candidates = case.people.get(row.witness.role, [])
    answers = [(party, witness.holds(case, party)) for party in candidates]
    found = [party for party, answer in answers if answer]
    unknown = {row.role, row.becomes} if any(answer is None for _, answer in answers) else set()
    if not found:
        return unknown
    _set_fields(row, found)
    moved = case.people.get(row.role, [])
    for party in moved:
        changed[party.place] = (row.role, row.becomes, row.clause)
        party.role = row.becomes
        findings.lean_on(row.reading, row.clause)
    _set_fields(row, moved)
    case.gather_roles()
    return unknown


def _set_fields(row: Reassignment, parties: list[Party]) -> None:
    for party in parties:
        party.fields = {**party.fields, **row.set}
