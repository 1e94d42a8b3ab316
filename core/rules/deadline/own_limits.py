"""The clocks of the company's own limits: first reply, statement, confirmation, signatures, an appeal without a clause."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from core.model.case import Case
from core.model.company import Company
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.duty import Duty
from core.model.notice import Notice
from core.model.party import Party
from core.rulebook.timing import END_OF_DAY
from core.rules.appeal.appeal_limit import appeal_until

FIRST_REPLY: Final = "first_reply"
STATEMENT: Final = "statement"
APPEAL: Final = "appeal"


def first_reply_clock(case: Case, company: Company) -> DeadlineClock | None:
    """From receipt, every hour counts, urgent; None where the company runs no such clock."""
    hours, due_at = company.first_reply_hours, case.first_reply_due_at
    if hours is None or due_at is None:
        return None
    return DeadlineClock(
        subject=Subject.CASE,
        subject_id=case.id,
        case_id=case.id,
        site=case.site,
        rule=FIRST_REPLY,
        starts_at=case.received_at,
        due_at=due_at,
        warn_at=due_at - timedelta(hours=company.first_reply_warning_hours),
        steps=(("hours_after", ("received", hours)),),
        is_urgent=True,
    )


def first_reply_due(company: Company, received_at: datetime) -> datetime | None:
    """Until when the customer is to have a first reply; None where the company runs no such clock."""
    hours = company.first_reply_hours
    return None if hours is None else received_at + timedelta(hours=hours)


def statement_clock(party: Party, site: str, company: Company) -> DeadlineClock:
    """Until when a named person may speak before the figures are put; `hearing_due_at` is when that ends."""
    return DeadlineClock(
        subject=Subject.PARTY,
        subject_id=party.id,
        case_id=party.case_id,
        person_id=party.person_id,
        site=site,
        rule=STATEMENT,
        starts_at=party.hearing_due_at - timedelta(hours=company.statement_hours),
        due_at=party.hearing_due_at,
        steps=(("hours_after", ("told", company.statement_hours)),),
        ends_itself=True,
    )


def confirmation_clock(duty: Duty, site: str, company: Company, due_at: datetime) -> DeadlineClock:
    """Until when somebody at a desk may keep silent; then the question goes up."""
    return replace(_asked_clock(duty, site, "asked", company, due_at), ends_itself=True)


def signing_clock(duty: Duty, site: str, company: Company, due_at: datetime) -> DeadlineClock:
    """Until when somebody is to sign a plan, or send it back; later their superiors hear of it."""
    return _asked_clock(duty, site, "asked_to_sign", company, due_at)


def _asked_clock(duty: Duty, site: str, asked: str, company: Company, due_at: datetime) -> DeadlineClock:
    """Of an answer that the company waits so many hours for; `asked` is the key of what they began with."""
    return DeadlineClock(
        subject=Subject.DUTY,
        subject_id=duty.id,
        case_id=duty.case_id,
        site=site,
        rule=duty.kind,
        starts_at=duty.opened_at,
        due_at=due_at,
        steps=(("hours_after", (asked, company.objection_hours)),),
    )


def signature_due(asked_at: datetime, site: str, company: Company, form_due: datetime | None) -> datetime:
    """Until when somebody is to sign for themself: the company's days, at the latest when the form is due.

    A form that is late already sets no time.
    """
    own = appeal_until(asked_at, company.signature_days, company.zone(site))
    return min(own, form_due) if form_due and form_due > asked_at else own


def signature_clock(signature: Duty, company: Company, due_at: datetime) -> DeadlineClock:
    """The clock of that signature."""
    own = appeal_until(signature.opened_at, company.signature_days, company.zone(signature.site))
    days = ("days_after", ("asked_to_sign", company.signature_days, END_OF_DAY))
    return DeadlineClock(
        subject=Subject.DUTY,
        subject_id=signature.id,
        site=signature.site,
        rule=signature.kind,
        starts_at=signature.opened_at,
        due_at=due_at,
        steps=(days if due_at == own else ("with_form", ("asked_to_sign",)),),
    )


def appeal_clock(notice: Notice, site: str, company: Company, given_at: datetime) -> DeadlineClock:
    """Until when the company lets an employee appeal, where the rulebook says nothing of it."""
    return DeadlineClock(
        subject=Subject.NOTICE,
        subject_id=notice.id,
        case_id=notice.case_id,
        person_id=notice.person_id,
        site=site,
        rule=APPEAL,
        starts_at=given_at,
        due_at=appeal_until(given_at, company.appeal_days, company.zone(site)),
        steps=(("days_after", ("given", company.appeal_days, END_OF_DAY)),),
        ends_itself=True,
    )
