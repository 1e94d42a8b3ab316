"""Buttons that stand under several screens of a case."""

from core.model.case import Case
from core.model.message import Button


def number_copied(case: Case) -> Button:
    """The case's number, to be copied."""
    return Button("", text=f"📋 {case.number}", copy=case.number)


def opened(case: Case) -> Button:
    """Open the case's own screen."""
    return Button("open_case", "case", case.id, case.version, text=case.number)


def clock_buttons(case: Case) -> tuple[Button, ...]:
    """What can be done about the first reply: say it is given, and ask why that time."""
    if case.first_reply_due_at is None:
        return ()
    why = Button("why_due", "why_due", case.id, case.version)
    return (why,) if case.replied_at else (Button("replied", "replied", case.id, case.version), why)


def asked(case: Case) -> Button:
    """Ask the owner."""
    return Button("ask_owner", "ask_owner", case.id, case.version)
