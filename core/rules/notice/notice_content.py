"""What a notice says, as plain data that is kept whole."""

from collections.abc import Mapping
from datetime import date

from core.model.assessment import Assessment, Line, PersonResult
from core.model.decision import Act
from core.model.dossier import Dossier, Signed
from core.model.money import ZERO, Money
from core.model.pay_law import FinesWithoutLoss
from core.rulebook.compiled import Guard
from core.rules.assessment.fines import may_fine, rule_on_fines

FINE = "fine"
COMPENSATION = "compensation"
BESIDES = ("sanction", "points")


def fined_amount(result: PersonResult) -> Money:
    """What of the result is a fine: not withheld until the company has settled that its region allows it."""
    fines = (line.amount for line in result.lines if line.kind == FINE and line.amount is not None)
    return sum(fines, start=ZERO)


def charged_amount(result: PersonResult, *, with_fines: bool = False) -> Money:
    """What the person has to pay: their amount, less fines where none may be charged; nothing while it is open."""
    if result.amount is None or with_fines:
        return result.amount or ZERO
    return result.amount - fined_amount(result)


def besides(result: PersonResult | None) -> list[Mapping[str, object]]:
    """What the clauses say of the person beside any amount: measures and points."""
    return [_line(line) for line in result.lines if line.kind in BESIDES] if result else []


def notice_content(
    result: PersonResult, dossier: Dossier, figures: Assessment, guard: Guard
) -> Mapping[str, object]:
    """Facts, clauses, arithmetic, who decided and approved, the basis that is on record and the legal limit."""
    company, case = dossier.company, dossier.case
    published = company.rule_published_on
    person = dossier.staff[int(result.id)]
    with_fines = may_fine(person, dossier)
    kinds = (COMPENSATION, FINE) if with_fines else (COMPENSATION,)
    rule = rule_on_fines(person, dossier)
    minimum = company.minimum_wage(company.region_of(person.site, person.region), dossier.day)
    return {
        "rulebook": dossier.glossary.title.model_dump(by_alias=True),
        "edition": figures.edition,
        "sources": {key: title.model_dump(by_alias=True) for key, title in dossier.glossary.sources.items()},
        "clauses": list(dict.fromkeys(line.clause.split("#")[0] for line in result.lines if line.amount)),
        "direct_loss": str(figures.direct_loss),
        "base": str(figures.base or figures.direct_loss),
        "lines": [_line(line) for line in result.lines if line.kind in kinds],
        "besides": besides(result),
        "fine": str(fined_amount(result)),
        "fines": _fines(rule, case.occurred_on) if rule else {},
        "limit": {
            "share": guard.share,
            "law": guard.law.model_dump(by_alias=True),
            "clause": guard.clause,
            "minimum": str(minimum) if minimum else "",
        },
        "overridden": {
            clause: label.model_dump(by_alias=True) for clause, label in dossier.glossary.overridden.items()
        },
        "decided_by": dossier.name(case.owner_id),
        "approved_by": list(_approvers(dossier)),
        "contract_clause": company.contract_clause,
        "published_on": published.isoformat() if published else "",
        "is_proposed": not (company.contract_clause and published),
        "months": _months(result.id, figures, with_fines),
        "appeal_days": company.appeal_days,
    }


def _fines(rule: FinesWithoutLoss, occurred_on: date) -> Mapping[str, object]:
    """What the company has settled, as it holds for that incident; from when on, where that was later."""
    is_allowed = rule.holds_on(occurred_on)
    since = rule.since.isoformat() if rule.is_allowed and not is_allowed else ""
    return {"is_allowed": is_allowed, "reason": rule.reason, "since": since}


def _line(line: Line) -> Mapping[str, object]:
    return {
        "clause": line.clause.split("#")[0],
        "amount": str(line.amount),
        "steps": [[name, list(inputs)] for name, inputs in line.steps],
    }


def _months(person: str, figures: Assessment, with_fines: bool) -> Mapping[str, object]:
    """So much each full month, and a rest in the last; nothing where no wage is known."""
    schedule = next((one for one in figures.withholding if one.person == person), None)
    if schedule is None:
        return {}
    results = (result for result in figures.people if result.id == person)
    due = sum((charged_amount(result, with_fines=with_fines) for result in results), start=ZERO)
    full, rest = schedule.full_months, schedule.rest
    if schedule.months and due != sum(schedule.months, start=ZERO):
        full, fen = divmod(due.fen, schedule.limit.fen)
        rest = Money(fen)
    return {"each": str(schedule.limit), "full": full, "rest": str(rest)}


def _approvers(dossier: Dossier) -> tuple[Signed, ...]:
    approvals = (one for one in dossier.standing() if one.act in (Act.APPROVED, Act.RECHECKED))
    return tuple(dict.fromkeys(dossier.signed(one) for one in approvals))
