"""The first stages of an assessment: losses priced, facts completed, the grade found, applicable or not."""

from msgspec import Struct

from core.model.assessment import Excluded, FoundGrade, PricedLoss
from core.model.fault import Fault
from core.model.request import Request
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.findings import Findings
from core.rules.assessment.grading import find_grade
from core.rules.assessment.pricing import price_losses, sums_by_kind
from core.rules.assessment.unit_pricing import unit_losses


class OpenedCase(Struct, kw_only=True):
    """A case as far as its grade: what it is about, and whether the rulebook applies to it at all."""

    request: Request
    rulebook: CompiledRulebook
    case: Circumstances
    findings: Findings
    losses: tuple[PricedLoss, ...]
    grade: FoundGrade | None
    is_incident: bool | None
    applies: bool
    excluded: Excluded | None


def open_case(request: Request, rulebook: CompiledRulebook) -> OpenedCase:
    """Price, complete, grade; faults go to the findings."""
    findings = Findings()
    settings = {**rulebook.setting_values, **request.settings}
    losses = price_losses(request.losses, rulebook, settings, findings)
    sums = sums_by_kind(losses)
    case = Circumstances(
        occurred_on=request.occurred_on,
        facts={**rulebook.case_defaults, **request.facts},
        losses=sums,
        direct=sum(sums.values()),
        settings=settings,
        parties=tuple(
            Party(place, person, person.role, person.fields) for place, person in enumerate(request.people)
        ),
    )
    case.gather_roles()
    if rulebook.units:
        losses = (*losses, *unit_losses(rulebook, case, findings))
        case.losses = sums_by_kind(losses)
        case.direct = sum(case.losses.values())
    return _graded(request, rulebook, case, findings, losses)


def _graded(
    request: Request,
    rulebook: CompiledRulebook,
    case: Circumstances,
    findings: Findings,
    losses: tuple[PricedLoss, ...],
) -> OpenedCase:
    grade, is_incident = None, None
    applies, excluded = _is_in_force(request, rulebook, findings), None
    if applies:
        excluded = _excluded(rulebook, case)
        applies = excluded is None
    if applies and not request.has_events_alone:
        grade = find_grade(rulebook, case, findings)
        is_incident = _is_incident(rulebook, case)
        if is_incident is False:
            findings.readings.clear()  # how it would have been graded decided nothing
        _lean_on_definition(rulebook, case, findings)
        _check_needed(rulebook, case, findings)
        _lean_on_counted(rulebook, losses, findings)
        applies = is_incident is not False
        grade = grade if applies else None
    return OpenedCase(
        request=request,
        rulebook=rulebook,
        case=case,
        findings=findings,
        losses=losses,
        grade=grade,
        is_incident=is_incident,
        applies=applies,
        excluded=excluded,
    )


def _is_in_force(request: Request, rulebook: CompiledRulebook, findings: Findings) -> bool:
    start, scope = rulebook.edition.in_force_from, rulebook.edition.scope
    if start is None or request.occurred_on >= start:
        return True
    if scope is not None:
        findings.lean_on(scope.reading, scope.clause)
    return False


def _excluded(rulebook: CompiledRulebook, case: Circumstances) -> Excluded | None:
    for ruled in rulebook.exclusions:
        if ruled.gate.holds(case):
            row = ruled.row
            return Excluded(row.clause, row.reason, row.next_step, row.owner)
    return None


def _lean_on_definition(rulebook: CompiledRulebook, case: Circumstances, findings: Findings) -> None:
    chapter = rulebook.edition.incident
    if chapter is not None and chapter.reading is not None and rulebook.incident_reading.test(case, None):
        findings.lean_on(chapter.reading, chapter.clause)


def _is_incident(rulebook: CompiledRulebook, case: Circumstances) -> bool | None:
    chapter = rulebook.edition.incident
    if chapter is None or rulebook.incident is None:
        return None
    if chapter.if_graded:
        return None if case.rank is None else case.rank > 0
    return rulebook.incident.holds(case)


def _check_needed(rulebook: CompiledRulebook, case: Circumstances, findings: Findings) -> None:
    for name, gate in rulebook.needed:
        if case.facts.get(name) is None and gate.holds(case):
            clause = rulebook.fields[name].clause
            findings.faults.append(Fault(f"facts.{name}", "nothing is given,", "a value is needed", clause))


def _lean_on_counted(rulebook: CompiledRulebook, losses: tuple[PricedLoss, ...], findings: Findings) -> None:
    for row in rulebook.edition.counted:
        if any(loss.amount.fen and loss.kind in row.loss for loss in losses):
            findings.lean_on(row.reading, row.clause)
