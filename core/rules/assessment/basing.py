"""What rates apply to: the direct loss, some loss kinds, or what a person decided."""

from core.model.assessment import Caution, Pending
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.money_rules import Base
from core.rules.assessment.findings import Findings


def find_base(rulebook: CompiledRulebook, case: Circumstances, findings: Findings) -> tuple[int | None, str]:
    """Return the base in fen with its clause; None while a person must set it or a fact is missing."""
    found: tuple[int | None, str] = (case.direct, "")
    for ruled in rulebook.bases:
        answer = ruled.gate.holds(case)
        if answer is not False:
            found = (_amount(ruled.row, case, findings) if answer else None, ruled.row.clause)
            break
    _ignore_unused(rulebook, case, found[1], findings)
    return found


def _amount(row: Base, case: Circumstances, findings: Findings) -> int | None:
    if row.fact is not None:
        value = case.facts.get(row.fact)
        if isinstance(value, int):
            return value
        findings.ask(Pending(row.fact, row.clause, decider=row.decided_by))
        return None
    if row.loss == "direct":
        return case.direct
    return sum(case.losses.get(kind, 0) for kind in row.loss or ())


def _ignore_unused(rulebook: CompiledRulebook, case: Circumstances, clause: str, findings: Findings) -> None:
    for ruled in rulebook.bases:
        row = ruled.row
        if row.fact in case.facts and row.clause != clause:
            findings.warn(Caution("ignored", clause=row.clause))
