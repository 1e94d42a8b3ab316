"""Finding the grade: any criterion suffices, the gravest grade wins."""

from core.model.assessment import Caution, FoundGrade
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook, GradeRule, Ruled
from core.rulebook.grading import Criterion
from core.rulebook.opened_figures import is_on_a_shared_figure
from core.rules.assessment.findings import Findings
from core.rules.figures.picked_grade import picked_grade


def find_grade(rulebook: CompiledRulebook, case: Circumstances, findings: Findings) -> FoundGrade | None:
    """Return the grade and set its rank in `case`; None without a grade or while a fact is missing."""
    for ruled in rulebook.by_hand:
        if ruled.gate.holds(case):
            return picked_grade(ruled.row, rulebook, case, findings)
        if case.facts.get(ruled.row.fact) is not None:
            findings.warn(Caution("ignored", clause=ruled.row.clause))
    higher = _belongs_higher(rulebook, case)
    found, met = _gravest(rulebook, case, higher=higher)
    if found is None:
        return None
    _lean(rulebook, case, found, met, findings, higher=higher)
    because = dict.fromkeys(criterion.id or criterion.clause for criterion in met)
    return FoundGrade(found.id, found.grade.label, found.grade.rank, met[0].clause, tuple(because))


def _belongs_higher(rulebook: CompiledRulebook, case: Circumstances) -> bool:
    tie = rulebook.edition.grading.tie
    return tie is not None and case.settings.get(tie) == "higher"


def _criteria(rule: GradeRule, *, higher: bool) -> tuple[Ruled[Criterion], ...]:
    return rule.graver if higher else rule.milder


def _gravest(
    rulebook: CompiledRulebook, case: Circumstances, *, higher: bool
) -> tuple[GradeRule | None, list[Criterion]]:
    is_sure = True
    for rule in rulebook.grades:
        answers = [(one, one.gate.test(case, None)) for one in _criteria(rule, higher=higher)]
        met = [one.row for one, answer in answers if answer]
        if met and is_sure:
            case.rank = rule.grade.rank
            return rule, met
        if met:
            break
        for one, answer in answers:
            is_sure = is_sure and answer is not None
            if answer is None:
                one.gate.holds(case)  # notes what is missing, down to the grade that is met in any case
    case.rank = 0 if is_sure else None
    return None, []


def _lean(
    rulebook: CompiledRulebook,
    case: Circumstances,
    found: GradeRule,
    met: list[Criterion],
    findings: Findings,
    *,
    higher: bool,
) -> None:
    grading, clause = rulebook.edition.grading, found.grade.clause
    if all(criterion.reading for criterion in met):
        for criterion in met:
            findings.lean_on(criterion.reading, criterion.clause)
    if len(met) < len(found.grade.any):
        findings.lean_on(grading.unless_all, clause)
    if grading.if_several and _any_milder(rulebook, case, found, higher=higher):
        findings.lean_on(grading.if_several, clause)
    if is_on_a_shared_figure(rulebook.opened, case) and _would_differ(rulebook, case, found, higher=higher):
        findings.lean_on(grading.tie_reading, clause)


def _any_milder(rulebook: CompiledRulebook, case: Circumstances, found: GradeRule, *, higher: bool) -> bool:
    for rule in rulebook.grades:
        if rule.grade.rank < found.grade.rank:
            for one in _criteria(rule, higher=higher):
                if one.gate.test(case, None):
                    return True
    return False


def _would_differ(rulebook: CompiledRulebook, case: Circumstances, found: GradeRule, *, higher: bool) -> bool:
    other = (
        rule.id
        for rule in rulebook.grades
        if any(one.gate.test(case, None) for one in _criteria(rule, higher=not higher))
    )
    return next(other, None) != found.id
