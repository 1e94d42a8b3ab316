"""A missed deadline, what its clause says follows, and the two buttons of whoever decides."""

from core.model.case import Case
from core.model.consequence_done import done_by
from core.model.duty import Duty
from core.model.label import Label
from core.model.message import Button, Message, Urgency


def consequence_asked(duty: Duty, case: Case | None) -> Message:
    """To whoever decides; once decided, what was decided and why."""
    propose = Button("propose", "missed_yes", duty.id, duty.version)
    leave = Button("leave", "missed_no", duty.id, duty.version)
    why = Button("why", "why_then", int(str(duty.data["of"])))
    return Message(
        template="consequence_asked",
        card=f"consequence:{duty.id}",
        urgency=Urgency.NOTICE,
        data=_consequence_head(duty, case)
        | {
            "names": _names(duty),
            "is_led": case is not None and case.owner_id is not None,
            "decision": duty.answers.get("decision", ""),
            "reason": duty.answers.get("reason", ""),
            "done_at": duty.done_at,
            "done": done_by(duty.answers),
        },
        rows=((propose, leave), (why,))
        if duty.is_open
        else ((Button("take_back", "missed_back", duty.id),),),
    )


def consequence_reason_asked(duty: Duty, case: Case | None, *, is_proposed: bool) -> Message:
    """Why it is proposed, or why it is not."""
    back = Button("back", "missed", duty.id, duty.version)
    return Message(
        template="consequence_reason_asked",
        data=_consequence_head(duty, case) | {"is_proposed": is_proposed},
        rows=((back,),),
    )


def consequence_told(duty: Duty, case: Case, decider: str, *, is_taken_back: bool = False) -> Message:
    """To the investigator: it was proposed, and what that changed in the case; or it was taken back."""
    return Message(
        template="consequence_told",
        urgency=Urgency.NOTICE,
        data=_consequence_head(duty, case)
        | {
            "reason": duty.answers.get("reason", ""),
            "decider": decider,
            "done": done_by(duty.answers),
            "is_taken_back": is_taken_back,
        },
        rows=((Button("investigate", "investigate", case.id, case.version),),),
    )


def _names(duty: Duty) -> tuple[str, ...]:
    """Whom it waited for."""
    names = duty.data.get("names")
    return tuple(str(one) for one in names) if isinstance(names, list | tuple) else ()


def _consequence_head(duty: Duty, case: Case | None) -> dict[str, object]:
    """What stands at the head of each."""
    return {
        "case_id": case.id if case else None,
        "site": duty.site,
        "number": case.number if case else "",
        "late": Label.model_validate(duty.data["late"]),
        "label": duty.label,
        "clause": duty.clause,
        "due": duty.data["due"],
    }
