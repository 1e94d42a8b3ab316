"""The answer as JSON: decimal strings, ISO times, ids; the words come from whoever renders them."""

from core.model.assessment import (
    AppealRoute,
    Assessment,
    Caution,
    Excluded,
    FoundGrade,
    Pending,
    PersonResult,
)
from core.model.money import Money
from core.model.rate import percent_text
from core.rules.assessment.words import Words

Json = dict[str, object]


def to_json(assessment: Assessment, words: Words) -> Json:
    """Return the answer of `gongdao assess`, ready for a JSON encoder."""
    answer: Json = {
        "rulebook": {"id": assessment.rulebook, "edition": assessment.edition},
        "status": assessment.status.value,
        "is_incident": assessment.is_incident,
        "direct_loss": str(assessment.direct_loss),
        "base": _money(assessment.base),
        "grade": _grade(assessment.grade, words),
        "departments": [
            {"id": one.id, "share_percent": _percent(one.share), "amount": _money(one.amount)}
            for one in assessment.departments
        ],
        "people": [_person(person, words) for person in assessment.people],
        **_totals(assessment),
        "pending": [_pending(pending) for pending in assessment.pending],
        "needs_configuration": list(assessment.needs_configuration),
        **_demands(assessment, words),
        "withholding": [
            {"person": one.person, "months": [str(month) for month in one.months]}
            for one in assessment.withholding
        ],
        "warnings": [_warning(warning, words) for warning in assessment.warnings],
    }
    if assessment.appeals:
        answer["appeals"] = [_appeal(route, words) for route in assessment.appeals]
    if assessment.excluded is not None:
        answer["excluded"] = _excluded(assessment.excluded, words)
    return answer


def _appeal(route: AppealRoute, words: Words) -> Json:
    """`by` may appeal to the body `to`; `deadline` names one of `deadlines`."""
    entry: Json = {"id": route.id, "clause": route.clause, "by": route.by, "to": route.to}
    if route.deadline is not None:
        entry["deadline"] = route.deadline
    if route.not_by:
        entry["not_by"] = list(route.not_by)
    return {**entry, "text": words.appeal(route)}


def _excluded(excluded: Excluded, words: Words) -> Json:
    entry: Json = {"clause": excluded.clause}
    if excluded.owner is not None:
        entry["owner"] = excluded.owner
    return {
        **entry,
        "reason": words.label(excluded.reason),
        "next_step": words.label(excluded.next_step),
    }


def _totals(assessment: Assessment) -> Json:
    bears, over = _money(assessment.company_bears), _money(assessment.over_recovery)
    if assessment.company_bears is not None:
        return {"company_bears": bears, "over_recovery": over}
    return {
        "company_bears": bears,
        "company_bears_min": _money(assessment.company_bears_min),
        "company_bears_max": _money(assessment.company_bears_max),
        "over_recovery": over,
    }


def _demands(assessment: Assessment, words: Words) -> Json:
    deadlines = [
        {
            "id": due.id,
            "clause": due.clause,
            "starts_at": due.starts_at.isoformat(),
            "due_at": due.due_at.isoformat(),
            "owner": due.owner,
            "explain": words.deadline(due),
        }
        for due in assessment.deadlines
    ]
    duties = [
        {"id": duty.id, "clause": duty.clause, "owner": duty.owner, "text": words.duty(duty)}
        for duty in assessment.duties
    ]
    steps = [
        {"id": f"approval_{one.step}", "clause": one.clause, "owner": one.by, "text": words.approval(one)}
        for one in assessment.approvals
    ]
    return {"deadlines": deadlines, "duties": [*duties, *steps]}


def _grade(grade: FoundGrade | None, words: Words) -> Json | None:
    if grade is None:
        return None
    return {
        "id": grade.id,
        "label": words.label(grade.label),
        "rank": grade.rank,
        "clause": grade.clause,
        "because": list(grade.because),
    }


def _person(person: PersonResult, words: Words) -> Json:
    return {
        "id": person.id,
        "role": person.role,
        "amount": _money(person.amount),
        "amount_min": _money(person.amount_min),
        "amount_max": _money(person.amount_max),
        "reward": _money(person.reward),
        "points": str(person.points),
        "sanctions": list(person.sanctions),
        "lines": [
            {
                "clause": line.clause,
                "kind": line.kind,
                "amount": _money(line.amount),
                "explain": words.line(line),
            }
            for line in person.lines
        ],
    }


def _pending(pending: Pending) -> Json:
    entry: Json = {"what": pending.what}
    for key in ("person", "role", "department"):
        if getattr(pending, key) is not None:
            entry[key] = getattr(pending, key)
    if pending.limits is not None:
        entry["range"] = list(pending.limits)
    if pending.decider is not None:
        entry["decider"] = pending.decider
    entry["clause"] = pending.clause
    return entry


def _warning(warning: Caution, words: Words) -> Json:
    entry: Json = {"code": warning.code}
    for key in ("id", "clause", "person", "department"):
        if getattr(warning, key):
            entry[key] = getattr(warning, key)
    entry["text"] = words.warning(warning)
    return entry


def _money(amount: Money | None) -> str | None:
    return None if amount is None else str(amount)


def _percent(share: int | None) -> str | None:
    return None if share is None else percent_text(share)
