"""The questions of triage: what is missing, why not, and what happens next."""

from typing import Final

from core.model.case import Case, Outcome
from core.model.message import Button, Message
from core.screens.picks import in_rows

LACKING: Final = ("photos", "order", "quantity", "circumstances", "demand")
NEXT_STEPS: Final = ("explain", "other_department", "recheck")


def lacking_asked(case: Case) -> Message:
    """Ask what is missing; usual things by button."""
    return Message(
        template="lacking_asked",
        data=_shown(case),
        rows=(*in_rows(_choice(case, "lacking", one) for one in LACKING), (_back(case),)),
    )


def reason_asked(case: Case, outcome: Outcome) -> Message:
    """Ask why it is not taken on."""
    return Message(template="reason_asked", data=_shown(case) | {"outcome": outcome}, rows=((_back(case),),))


def next_step_asked(case: Case, outcome: Outcome, reason: str) -> Message:
    """Ask what happens next for the customer; usual things by button."""
    return Message(
        template="next_step_asked",
        data=_shown(case) | {"outcome": outcome, "reason": reason},
        rows=(*in_rows((_choice(case, "next_step", one) for one in NEXT_STEPS), 2), (_back(case),)),
    )


def _shown(case: Case) -> dict[str, object]:
    return {"case_id": case.id, "site": case.site, "number": case.number}


def _choice(case: Case, verb: str, value: str) -> Button:
    return Button(f"{verb}_{value}", verb, case.id, case.version, value)


def _back(case: Case) -> Button:
    return Button("back", "triage", case.id, case.version)
