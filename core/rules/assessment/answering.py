"""The last stages: clocks, chain, duties, totals, guard, and how far the assessment could go."""

from collections.abc import Mapping

from core.model.assessment import MINIMUM_WAGE, Assessment, Caution, DueBy, Pending, Status
from core.model.money import Money
from core.rulebook.circumstances import Party
from core.rulebook.vocabulary import FactField
from core.rules.assessment.billing import Bills
from core.rules.assessment.chain import approval_chain, open_appeals, open_duties
from core.rules.assessment.clocks import running_deadlines
from core.rules.assessment.opening import OpenedCase
from core.rules.assessment.totals import Totals, totals
from core.rules.assessment.withholding import schedules


def answer(opened: OpenedCase, bills: Bills) -> Assessment:
    """Put the answer together."""
    case, rulebook, findings = opened.case, opened.rulebook, opened.findings
    results = tuple(tally.result() for tally in bills.tallies)
    sums = totals(case.direct, bills.tallies)
    _warn_of_over_recovery(opened, sums)
    deadlines = _deadlines(opened)
    clocks_lack = dict(case.unknown)
    approvals = approval_chain(rulebook, case) if opened.applies else ()
    duties = open_duties(rulebook, case) if opened.applies else ()
    request, guard = opened.request, rulebook.guard
    withheld = schedules(request.people, results, request.minimum_wage, guard, findings)
    unknown = clocks_lack if request.has_events_alone else case.unknown
    pending, needed = _pending(opened, unknown), _needs(opened)
    return Assessment(
        rulebook=rulebook.id,
        edition=rulebook.edition.edition,
        status=_status(opened, pending, needed),
        is_incident=opened.is_incident,
        losses=opened.losses,
        direct_loss=Money(case.direct),
        base=None if bills.base is None else Money(bills.base),
        base_clause=bills.base_clause,
        grade=opened.grade,
        departments=bills.departments,
        people=results,
        company_bears=sums.company_bears,
        company_bears_min=sums.company_bears_min,
        company_bears_max=sums.company_bears_max,
        over_recovery=sums.over_recovery,
        pending=pending,
        needs_configuration=needed,
        deadlines=deadlines,
        duties=duties,
        approvals=approvals,
        withholding=withheld,
        warnings=findings.cautions(),
        appeals=open_appeals(rulebook, case) if opened.applies else (),
        excluded=opened.excluded,
        edition_sha256=rulebook.sha256,
    )


def _warn_of_over_recovery(opened: OpenedCase, sums: Totals) -> None:
    if sums.over_recovery is not None and sums.over_recovery.fen > 0:
        opened.findings.warn(Caution("over_recovery"))


def _deadlines(opened: OpenedCase) -> tuple[DueBy, ...]:
    if not opened.applies:
        return ()
    return running_deadlines(opened.rulebook, opened.case, opened.request.events, opened.findings)


def _pending(
    opened: OpenedCase, unknown: Mapping[tuple[str, int | None], Party | None]
) -> tuple[Pending, ...]:
    if not opened.applies:
        return ()
    asked = dict.fromkeys(opened.findings.pending)
    said = {(pending.what, pending.person) for pending in asked}
    for (fact, _), party in unknown.items():
        field = opened.rulebook.fields[fact]
        name = fact.removeprefix("person.")
        person = None if party is None else party.named.id
        decider = field.decided_by if isinstance(field, FactField) else None
        if (name, person) not in said:
            asked[Pending(name, field.clause, person=person, decider=decider)] = None
    return tuple(asked)


def _needs(opened: OpenedCase) -> tuple[str, ...]:
    return tuple({**opened.case.missing_settings, **opened.findings.missing_settings})


def _status(opened: OpenedCase, pending: tuple[Pending, ...], needed: tuple[str, ...]) -> Status:
    if not opened.applies:
        return Status.NOT_APPLICABLE
    if set(needed) - {MINIMUM_WAGE}:
        return Status.NEEDS_CONFIGURATION
    return Status.DECISION_PENDING if pending else Status.COMPLETE
