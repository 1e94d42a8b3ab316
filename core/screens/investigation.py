"""The investigator's screen: what the case would come to as it stands, and what is still to be said."""

from collections.abc import Mapping

from core.model.assessment import MINIMUM_WAGE, Assessment, Pending, Status
from core.model.case import Stage
from core.model.dossier import CAUSE, Dossier
from core.model.fault import Fault
from core.model.label import Label
from core.model.message import Button, Message
from core.model.money import ZERO, Money
from core.rules.figures.excess import is_above_loss
from core.rules.figures.rate_ranges import RATE, ranges_in, steps_in
from core.screens.case_head import case_head
from core.screens.picks import Rows
from core.screens.shares import share_lines


def investigation_screen(
    dossier: Dossier,
    assessment: Assessment | None,
    faults: tuple[Fault, ...] = (),
    *,
    has_departments: bool = False,
    spent: Money = ZERO,
) -> Message:
    """The live preview: loss, grade, each person's line, what is pending, and how to go on.

    `spent` is what the remedy has cost and the losses do not have.
    """
    case = dossier.case
    return Message(
        template="case_investigated",
        data=case_head(dossier)
        | {
            "cause": case.cause,
            "containment": case.containment,
            "losses": len(case.losses),
            "figures": assessment,
            "status": assessment.status if assessment else None,
            "lines": share_lines(dossier, assessment),
            "pending": tuple(_said(one, dossier) for one in _in_order(assessment)),
            "choosing": _choosing(dossier, assessment),
            "is_begun": _is_begun(dossier),
            "to_enter": _to_enter(dossier),
            "missing": _missing(dossier, assessment),
            "lacks_wage": assessment is not None and MINIMUM_WAGE in assessment.needs_configuration,
            "faults": faults,
            "is_above": assessment is not None and is_above_loss(assessment),
            "above_loss_reason": case.above_loss_reason,
            "has_departments": has_departments,
            "has_roles": _has_roles(dossier),
            "unused": _unused(dossier, assessment),
            "spent": spent,
        },
        rows=(
            *_rates(dossier, assessment),
            *_put(dossier, assessment),
            *(((_to("costs", dossier, verb="losses"),),) if spent.fen else ()),
            (
                _to("losses", dossier),
                _to("parties" if _has_roles(dossier) else "nobody", dossier),
                _to("questions", dossier),
            ),
            (_to("why", dossier), _to("cause", dossier), _to("more", dossier)),
        ),
    )


def more_screen(dossier: Dossier, *, has_departments: bool) -> Message:
    """What is needed less often."""
    case = dossier.case
    departments = (_to("departments", dossier),) if has_departments else ()
    has_choice = dossier.company.has_choice(case.site, case.occurred_on)
    return Message(
        template="investigation_continued",
        data=case_head(dossier) | {"containment": dossier.case.containment},
        rows=(
            (_to("containment", dossier), *departments),
            (_to("nobody", dossier), _to("excess", dossier)),
            (_to("incident_day", dossier), Button("papers", "papers", case.id, case.version)),
            (*((_to("rulebooks", dossier),) if has_choice else ()), back_to_case(dossier)),
        ),
    )


def _has_roles(dossier: Dossier) -> bool:
    """Whether the rulebook knows of anybody to be named in a case."""
    return bool(dossier.glossary.roles)


def back_to_case(dossier: Dossier) -> Button:
    """Back to the preview."""
    return Button("back", "investigate", dossier.case.id, dossier.case.version)


def _to(word: str, dossier: Dossier, *, verb: str = "") -> Button:
    return Button(f"go_{word}", verb or word, dossier.case.id, dossier.case.version)


def _is_begun(dossier: Dossier) -> bool:
    """Whether anything was entered by which the rulebook can tell if it applies."""
    case = dossier.case
    return bool(case.losses or case.departments or case.facts.keys() - {CAUSE})


def _to_enter(dossier: Dossier) -> tuple[str, ...]:
    """What every case needs, as far as it is not there; nothing that its rulebook does not know."""
    there = {"cause": bool(dossier.case.cause)}
    if _has_roles(dossier):
        there = {"losses": _is_begun(dossier), "parties": bool(dossier.charged())} | there
    return tuple(one for one, is_there in there.items() if not is_there)


def _unused(dossier: Dossier, assessment: Assessment | None) -> tuple[str, ...]:
    """Of whom a rate, share, level or weight was entered that does nothing in this case: persons and departments."""
    warnings = assessment.warnings if assessment else ()
    named = (
        one.department or dossier.name(int(one.person or 0)) for one in warnings if one.code == "ignored"
    )
    return tuple(dict.fromkeys(named))


def _in_order(assessment: Assessment | None) -> tuple[Pending, ...]:
    """The rate that the buttons choose comes first."""
    pending = assessment.pending if assessment else ()
    return tuple(sorted(pending, key=lambda point: point.what != RATE))


def _choosing(dossier: Dossier, assessment: Assessment | None) -> Mapping[str, object] | None:
    """Whose rate the buttons choose."""
    for person_id, limits in (ranges_in(assessment) if assessment else {}).items():
        return {"person": dossier.name(person_id), "limits": (limits.low, limits.high)}
    return None


def _rates(dossier: Dossier, assessment: Assessment | None) -> Rows:
    """Rates for the first person whose rate is open."""
    for person_id, limits in (ranges_in(assessment) if assessment else {}).items():
        steps = tuple(
            Button("", "rate", dossier.case.id, dossier.case.version, f"{person_id}:{rate}", text=f"{rate}%")
            for rate in steps_in(limits)
        )
        other = Button("other_rate", "rate_other", dossier.case.id, dossier.case.version, str(person_id))
        return ((*steps, other),)
    return ()


def _put(dossier: Dossier, assessment: Assessment | None) -> Rows:
    if assessment is None or dossier.case.stage is not Stage.INVESTIGATING:
        return ()
    if assessment.status is not Status.COMPLETE or not dossier.charged():
        return ()
    case = dossier.case
    return ((Button("go_put", "put" if case.cause else "put_cause", case.id, case.version),),)


def _missing(dossier: Dossier, assessment: Assessment | None) -> tuple[Label, ...]:
    """What the rulebook leaves to the company, and the company has not settled."""
    needed = assessment.needs_configuration if assessment else ()
    return tuple(dossier.glossary.settings[one] for one in needed if one != MINIMUM_WAGE)


def _said(point: Pending, dossier: Dossier) -> dict[str, object]:
    """An open point in the case's words."""
    person = dossier.name(int(point.person)) if point.person else ""
    return {
        "what": point.what,
        "is_rate": point.what == RATE,
        "fact": dossier.glossary.facts.get(point.what),
        "person": person,
        "role": _role(point, dossier),
        "department": point.department or "",
        "limits": point.limits,
        "clause": point.clause.split("#")[0],
    }


def _role(point: Pending, dossier: Dossier) -> Label | None:
    return dossier.glossary.role(point.role) if point.role else None
