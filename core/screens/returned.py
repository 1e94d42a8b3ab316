"""What sales is told when quality asks for more, or does not take a complaint on."""

from core.model.case import Case
from core.model.message import Button, Message
from core.model.person import Person
from core.rules.draft.intake_asked import IntakeAsked
from core.screens.case_buttons import asked as owner_asked
from core.screens.case_buttons import clock_buttons, filling_buttons
from core.screens.case_head import head_of


def returned_told(case: Case, lacking: str, by: Person, reporter: Person, asked: IntakeAsked) -> Message:
    """What is lacking, and how to add it; what the rulebook asks for is filled in by its fields."""
    filling = filling_buttons(case, asked, reporter)
    return Message(
        template="case_returned",
        data=_shown(case, by) | {"lacking": lacking},
        rows=(
            (
                Button("supplement", "supplement", case.id, case.version),
                Button("done", "give_back", case.id, case.version),
            ),
            *((filling,) if filling else ()),
            (owner_asked(case),),
        ),
    )


def given_back_told(case: Case, reporter: Person) -> Message:
    """Tell quality that what was lacking has come."""
    return Message(
        template="case_given_back",
        data=_shown(case, reporter) | {"reporter": reporter.name},
        rows=((Button("triage", "triage", case.id, case.version),),),
    )


def refused_told(case: Case, reason: str, next_step: str, by: Person) -> Message:
    """The reason and next step, with a text for the customer to send on."""
    return Message(
        template="case_refused",
        data=_shown(case, by)
        | {
            "outcome": case.outcome,
            "reason": reason,
            "next_step": next_step,
            "customer": case.customer,
            "product": case.goods or case.order_no,
        },
        rows=tuple(row for row in (clock_buttons(case), (owner_asked(case),)) if row),
    )


def _shown(case: Case, by: Person) -> dict[str, object]:
    return head_of(case) | {"by": by.name}
