"""A grade that a person picks, where the regulation sets no limits."""

from core.model.assessment import FoundGrade, Pending
from core.model.fault import Fault
from core.model.request import FactValue
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.grading import ByHand
from core.rules.assessment.findings import Findings


def picked_grade(
    row: ByHand, rulebook: CompiledRulebook, case: Circumstances, findings: Findings
) -> FoundGrade | None:
    """Return the grade that was picked and set its rank in `case`; None, and asked for, until it is."""
    pick = case.facts.get(row.fact)
    name = row.by_number.get(str(pick)) if row.by_number else pick
    for rule in rulebook.grades:
        if rule.id == name and name in row.among:
            case.rank = rule.grade.rank
            findings.lean_on(row.reading, row.clause)
            return FoundGrade(rule.id, rule.grade.label, rule.grade.rank, row.clause, (row.clause,))
    case.rank = None
    if pick is None:
        findings.ask(Pending(row.fact, row.clause, decider=row.by))
    else:
        findings.faults.append(_no_grade(row, pick))
    return None


def _no_grade(row: ByHand, pick: FactValue) -> Fault:
    allowed = ", ".join(row.by_number or row.among)
    return Fault(f"facts.{row.fact}", f"found is {pick};", f"allowed are {allowed}", row.clause)
