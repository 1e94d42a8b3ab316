"""Buttons that stand under several screens of a case."""

from core.model.case import Case
from core.model.message import Button
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import may
from core.rules.draft.case_filling import gaps_of
from core.rules.draft.intake_asked import IntakeAsked


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


def filling_buttons(case: Case, asked: IntakeAsked, reader: Person) -> tuple[Button, ...]:
    """Fill in what the rulebook asks for at intake and nobody has given yet, for whoever may."""
    missing = len(gaps_of(case, asked)) if may(Action.FILL_CASE, reader, around_case(case)) else 0
    return (Button("fill_in", "case_fields", case.id, case.version, text=str(missing)),) if missing else ()


def asked(case: Case) -> Button:
    """Ask the owner."""
    return Button("ask_owner", "ask_owner", case.id, case.version)
