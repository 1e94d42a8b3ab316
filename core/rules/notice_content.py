"""What a notice says, as plain data that is kept whole."""

from collections.abc import Mapping

from core.model.assessment import Assessment, Line, PersonResult, Schedule
from core.model.decision import Act
from core.model.dossier import Dossier
from core.model.money import ZERO, Money

FINE = "fine"
COMPENSATION = "compensation"


def fined_amount(result: PersonResult) -> Money:
    """What of the result is a fine: not withheld until the company has settled that its region allows it."""
    fines = (line.amount for line in result.lines if line.kind == FINE and line.amount is not None)
    return sum(fines, start=ZERO)


def charged_amount(result: PersonResult) -> Money:
    """What the person has to compensate: their amount less fines; nothing while it is open."""
    return (result.amount or ZERO) - (fined_amount(result) if result.amount else ZERO)


def notice_content(result: PersonResult, dossier: Dossier, figures: Assessment) -> Mapping[str, object]:
    """Facts, clauses, arithmetic, who decided and approved, and the basis that is on record."""
    company, case = dossier.company, dossier.case
    published = company.rule_published_on
    schedule = next((one for one in figures.withholding if one.person == result.id), None)
    return {
        "rulebook": dossier.glossary.title.model_dump(by_alias=True),
        "edition": figures.edition,
        "sources": {key: title.model_dump(by_alias=True) for key, title in dossier.glossary.sources.items()},
        "clauses": list(dict.fromkeys(line.clause.split("#")[0] for line in result.lines if line.amount)),
        "direct_loss": str(figures.direct_loss),
        "base": str(figures.base or figures.direct_loss),
        "lines": [_line(line) for line in result.lines if line.kind == COMPENSATION],
        "fine": str(fined_amount(result)),
        "decided_by": dossier.name(case.owner_id),
        "approved_by": list(_approvers(dossier)),
        "contract_clause": company.contract_clause,
        "published_on": published.isoformat() if published else "",
        "is_proposed": not (company.contract_clause and published),
        "months": _months(schedule) if schedule else {},
        "appeal_days": company.appeal_days,
    }


def _line(line: Line) -> Mapping[str, object]:
    return {
        "clause": line.clause.split("#")[0],
        "amount": str(line.amount),
        "steps": [[name, list(inputs)] for name, inputs in line.steps],
    }


def _months(schedule: Schedule) -> Mapping[str, object]:
    """So much each full month, and a rest in the last."""
    return {"each": str(schedule.limit), "full": schedule.full_months, "rest": str(schedule.rest)}


def _approvers(dossier: Dossier) -> tuple[str, ...]:
    approvals = (one for one in dossier.standing() if one.act in (Act.APPROVED, Act.RECHECKED))
    return tuple(dict.fromkeys(dossier.name(one.person_id) for one in approvals))
