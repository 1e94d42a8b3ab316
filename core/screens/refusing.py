"""The questions of triage: what is missing, why not, and what happens next."""

from typing import Final

from core.model.case import Case, Outcome
from core.model.message import Button, Message
from core.rules.draft.intake_asked import IntakeAsked
from core.rules.draft.intake_gaps import given_by, intake_gaps
from core.screens.case_head import head_of
from core.screens.picks import in_rows

BY_RULEBOOK: Final = "rulebook"
LACKING: Final = ("photos", "order", "quantity", "circumstances", "demand")
NEXT_STEPS: Final = ("explain", "other_department", "recheck")


def lacking_asked(case: Case, asked: IntakeAsked) -> Message:
    """Ask what is missing; usual things by button, first of all what the rulebook asks for and nobody has given."""
    gaps = intake_gaps(given_by(case), asked)
    by_rulebook = ((_choice(case, "lacking", BY_RULEBOOK),),) if gaps else ()
    return Message(
        template="lacking_asked",
        data=head_of(case) | {"gaps": gaps},
        rows=(*by_rulebook, *in_rows(_choice(case, "lacking", one) for one in LACKING), (_back(case),)),
    )


def lacking_by_rulebook(case: Case, asked: IntakeAsked) -> Message:
    """The words for what the rulebook asks for and nobody has given, with the next step."""
    data = {"gaps": intake_gaps(given_by(case), asked), "next_step": asked.next_step}
    return Message(template="lacking_by_rulebook", data=data)


def reason_asked(case: Case, outcome: Outcome) -> Message:
    """Ask why it is not taken on."""
    return Message(template="reason_asked", data=head_of(case) | {"outcome": outcome}, rows=((_back(case),),))


def next_step_asked(case: Case, outcome: Outcome, reason: str) -> Message:
    """Ask what happens next for the customer; usual things by button."""
    return Message(
        template="next_step_asked",
        data=head_of(case) | {"outcome": outcome, "reason": reason},
        rows=(*in_rows((_choice(case, "next_step", one) for one in NEXT_STEPS), 2), (_back(case),)),
    )


def _choice(case: Case, verb: str, value: str) -> Button:
    return Button(f"{verb}_{value}", verb, case.id, case.version, value)


def _back(case: Case) -> Button:
    return Button("back", "triage", case.id, case.version)
