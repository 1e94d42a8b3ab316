"""What the reporter sees once a case has its number."""

from datetime import datetime

from core.model.case import Case
from core.model.company import Company
from core.model.message import Message
from core.screens.case_buttons import clock_buttons, number_copied
from core.screens.case_view import case_shown


def registered_screen(case: Case, company: Company, now: datetime) -> Message:
    """The number and the first clock, with how long is left."""
    left = None if case.first_reply_due_at is None else case.first_reply_due_at - now
    return Message(
        template="case_registered",
        data=case_shown(case, company) | {"left": left, "is_waiting": not case.rulebook},
        rows=((number_copied(case),), clock_buttons(case))
        if clock_buttons(case)
        else ((number_copied(case),),),
    )
