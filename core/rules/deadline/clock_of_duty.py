"""The clock of a duty, as it is stored; and which clocks a new calendar may not move."""

from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from core.model.assessment import DueBy
from core.model.case import Case
from core.model.deadline_clock import DeadlineClock, Subject
from core.model.duty import Duty
from core.rulebook.compiled import CompiledRulebook

_PROVISIONAL: Final = "provisional_year"
_HOURS: Final = "hours_after"
PERIOD: Final = "period"


def clock_of_case(
    duty: Duty, case: Case, due: DueBy, book: CompiledRulebook, urgent_hours: int
) -> DeadlineClock:
    """The clock of a duty of that case; urgent if its edition says so, or if it runs for so few hours."""
    row = book.edition.deadlines[due.id]
    is_short = in_hours(due.steps[0][0]) and due.due_at - due.starts_at <= timedelta(hours=urgent_hours)
    is_urgent = row.urgent or is_short
    return clock_of_rulebook(Subject.DUTY, duty.id, case, due, book, is_urgent=is_urgent)


def clock_of_rulebook(
    subject: Subject,
    subject_id: int,
    case: Case,
    due: DueBy,
    book: CompiledRulebook,
    *,
    is_urgent: bool = False,
) -> DeadlineClock:
    """A deadline of the case's rulebook, at work for that."""
    return DeadlineClock(
        subject=subject,
        subject_id=subject_id,
        case_id=case.id,
        site=case.site,
        rule=due.id,
        clause=due.clause,
        rulebook=case.rulebook,
        edition=book.edition.edition,
        edition_sha256=case.edition_sha256 or book.sha256,
        starts_at=due.starts_at,
        due_at=due.due_at,
        steps=due.steps,
        calendar=book.working_days.version,
        is_provisional=any(name == _PROVISIONAL for name, _ in due.steps),
        is_urgent=is_urgent,
    )


def clock_of_period(duty: Duty, due_at: datetime, book: CompiledRulebook) -> DeadlineClock:
    """The clock of a duty that the calendar opened for a period, and that is due then."""
    return DeadlineClock(
        subject=Subject.DUTY,
        subject_id=duty.id,
        site=duty.site,
        rule=duty.rule,
        clause=duty.clause,
        rulebook=str(duty.data["rulebook"]),
        edition=book.edition.edition,
        edition_sha256=book.sha256,
        starts_at=duty.opened_at,
        due_at=due_at,
        steps=((PERIOD, (str(duty.data.get("period", "")),)),),
    )


def in_hours(step: str) -> bool:
    """Whether a clock whose counting begins so runs on through nights and days of rest."""
    return step == _HOURS


def unmoved(due: DueBy, stored: DeadlineClock | None) -> DueBy:
    """The clock as it is counted now; as it was stored, where nothing but the calendar is another.

    Only provisional clocks move when a year is announced.
    """
    if stored is None or stored.is_provisional or not _is_same_run(due, stored):
        return due
    return replace(due, due_at=stored.due_at, steps=stored.steps)


def _is_same_run(due: DueBy, stored: DeadlineClock) -> bool:
    return due.starts_at == stored.starts_at and due.steps[:1] == stored.steps[:1]
