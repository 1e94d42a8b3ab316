"""The investigator's screen: what the case would come to as it stands, and what is still to be said."""

from core.model.assessment import Assessment, Pending, Status
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.fault import Fault
from core.model.label import Label
from core.model.message import Button, Message
from core.rules.excess import is_above_loss
from core.rules.rate_ranges import RATE, ranges_in, steps_in
from core.screens.case_head import case_head
from core.screens.picks import Rows
from core.screens.shares import share_lines


def investigation_screen(
    dossier: Dossier,
    assessment: Assessment | None,
    faults: tuple[Fault, ...] = (),
    *,
    has_departments: bool = False,
) -> Message:
    """The live preview: loss, grade, each person's line, what is pending, and how to go on."""
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
            "pending": tuple(_said(one, dossier) for one in assessment.pending) if assessment else (),
            "missing": tuple(
                dossier.glossary.settings.get(one, one) for one in assessment.needs_configuration
            )
            if assessment
            else (),
            "faults": faults,
            "is_above": assessment is not None and is_above_loss(assessment),
            "above_loss_reason": case.above_loss_reason,
            "has_departments": has_departments,
        },
        rows=(
            *_rates(dossier, assessment),
            *_put(dossier, assessment),
            (_to("losses", dossier), _to("parties", dossier), _to("questions", dossier)),
            (_to("why", dossier), _to("cause", dossier), _to("more", dossier)),
        ),
    )


def more_screen(dossier: Dossier, *, has_departments: bool) -> Message:
    """What is needed less often."""
    departments = (_to("departments", dossier),) if has_departments else ()
    return Message(
        template="investigation_continued",
        data=case_head(dossier) | {"containment": dossier.case.containment},
        rows=(
            (_to("containment", dossier), *departments),
            (_to("nobody", dossier), _to("excess", dossier)),
            (back_to_case(dossier),),
        ),
    )


def back_to_case(dossier: Dossier) -> Button:
    """Back to the preview."""
    return Button("back", "investigate", dossier.case.id, dossier.case.version)


def _to(verb: str, dossier: Dossier, arg: str = "") -> Button:
    return Button(f"go_{verb}", verb, dossier.case.id, dossier.case.version, arg)


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
    is_ready = assessment.status is Status.COMPLETE and bool(dossier.charged())
    return ((_to("put", dossier),),) if is_ready else ()


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
