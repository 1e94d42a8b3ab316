"""What is said of deadlines: how they were counted, that they come, and that they moved."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from core.model.deadline_clock import DeadlineClock, Subject
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rulebook.compiled import CompiledRulebook
from core.rules.deadline.behind_clock import BehindClock
from core.rules.deadline.clock_of_duty import PERIOD
from core.rules.deadline.reminder_stages import Stage
from core.screens.case_buttons import clock_buttons, opened
from core.screens.label_width import shortened
from core.screens.statement import speaking

# the words of what is no demanded duty, among those of what waits for somebody
RIGHTS: Final[Mapping[Subject, str]] = {Subject.PARTY: "may_state", Subject.NOTICE: "may_appeal"}


def due_explained(behind: BehindClock, book: CompiledRulebook | None) -> Message:
    """Why it is due when it is: the clause or the company's own rule, the start, the counting, the calendar."""
    clock = behind.clock
    is_counted = bool(clock.steps) and clock.steps[0][0] != PERIOD
    return Message(
        template="due_explained" if book else "own_due_explained",
        data=deadline_head(behind)
        | {
            "rulebook": book,
            "title": book.edition.title if book else None,
            "edition": clock.edition,
            "sha256": clock.edition_sha256,
            "starts_at": clock.starts_at,
            "due": clock.due_at,
            "steps": clock.steps if is_counted else (),
            "calendar": clock.calendar if clock.steps[:1] and clock.steps[0][0].startswith("working") else "",
            "is_provisional": clock.is_provisional,
            "is_open": behind.is_open,
            "stopped_at": clock.stopped_at,
        },
    )


def deadline_moved(behind: BehindClock, old: DeadlineClock, language: str) -> Message:
    """A year was announced: the old time and the new one."""
    clock = behind.clock
    return Message(
        template="deadline_moved",
        urgency=Urgency.NOTICE,
        once=f"moved:{clock.id}:{clock.due_at.isoformat()}",
        data=deadline_head(behind) | {"old": old.due_at, "new": clock.due_at},
        rows=_deadline_rows(behind, language),
    )


def deadline_head(behind: BehindClock) -> dict[str, object]:
    """What every message about a deadline begins with; `kind` says what is no demanded duty."""
    clock, case = behind.clock, behind.case
    return {
        "case_id": clock.case_id,
        "site": clock.site,
        "number": behind.number,
        "customer": case.customer if case and clock.subject is Subject.CASE else "",
        "kind": RIGHTS.get(clock.subject, clock.rule),
        "label": behind.label,
        "is_signature": behind.signature is not None,
        "clause": clock.clause,
    }


def reminder_given(behind: BehindClock, stage: Stage, reader: Person, now: datetime, *, once: str) -> Message:
    """Before, at, after; to a superior with the names of those it waits for. It is sent once ever."""
    is_own = reader.id in {one.id for one in behind.asked}
    clock = behind.clock
    return Message(
        template="right_ends" if clock.is_right else "reminder_given",
        urgency=Urgency.URGENT if clock.is_urgent else Urgency.NOTICE,
        once=once,
        data=deadline_head(behind)
        | {
            "stage": stage.name if is_own else "up",
            "names": () if is_own else behind.names(),
            "due": clock.due_at,
            "is_late": clock.due_at <= now,
            "off": abs(clock.due_at - now),
            "is_provisional": clock.is_provisional,
        },
        rows=_deadline_rows(behind, reader.language) if is_own else ((why_button(clock),),),
    )


def _deadline_rows(behind: BehindClock, language: str) -> tuple[tuple[Button, ...], ...]:
    """The buttons that do it, and that say why then."""
    clock, case, why = behind.clock, behind.case, why_button(behind.clock)
    if behind.notice:
        return ((Button("my_notice", "my_notice", behind.notice.id, text=behind.notice.number), why),)
    if case and clock.subject is Subject.CASE:
        return (clock_buttons(case), (opened(case),))
    if case and clock.subject is Subject.PARTY:
        return (speaking(case), (why,))
    return ((_to_do(behind, language), why),)


def _to_do(behind: BehindClock, language: str) -> Button:
    case, duty = behind.case, behind.duty
    if duty and duty.has_card:
        return Button(
            "handle", "duty", duty.id, duty.version, text=shortened(duty.label.in_language(language))
        )
    if behind.signature:
        text = shortened(behind.signature.label.in_language(language))
        return Button("handle", "signature", behind.signature.id, text=text)
    case_id, version = (case.id, case.version) if case else (0, 0)
    return Button("handle", "current", case_id, version, text=case.number if case else "")


def why_button(clock: DeadlineClock) -> Button:
    """Why it is due then."""
    subject = "" if clock.subject is Subject.DUTY else clock.subject.value
    return Button("why", "why_then", clock.subject_id, arg=subject)
