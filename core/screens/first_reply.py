"""The clock of the first reply: its reminders, and how it was counted."""

from datetime import datetime

from core.model.case import Case
from core.model.company import Company
from core.model.message import Message, Urgency
from core.model.person import Person
from core.screens.case_buttons import clock_buttons, opened


def reply_reminder(case: Case, now: datetime, *, is_over: bool, person: Person) -> Message:
    """A reminder before or at the limit, once for each person."""
    due = case.first_reply_due_at or now
    return Message(
        template="first_reply_overdue" if is_over else "first_reply_near",
        urgency=Urgency.URGENT,
        once=f"first_reply:{is_over}:{case.id}:{person.id}",
        data={
            "case_id": case.id,
            "site": case.site,
            "number": case.number,
            "customer": case.customer,
            "due": due,
            "left": due - now,
        },
        rows=(clock_buttons(case), (opened(case),)),
    )


def reply_counting(case: Case, company: Company) -> Message:
    """Why the first reply is due when it is."""
    return Message(
        template="first_reply_explained",
        data={
            "case_id": case.id,
            "site": case.site,
            "zone_name": company.site(case.site).zone,
            "number": case.number,
            "received_at": case.received_at,
            "hours": company.first_reply_hours,
            "warning_hours": company.first_reply_warning_hours,
            "due": case.first_reply_due_at,
            "replied_at": case.replied_at,
        },
    )
