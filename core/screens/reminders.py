"""What is said of deadlines: how they were counted, and that they moved."""

from dataclasses import dataclass
from datetime import datetime

from core.model.case import Case
from core.model.duty import Duty
from core.model.duty_clock import DutyClock
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.model.roles import Role
from core.rulebook.compiled import CompiledRulebook
from core.rules.clock_of_duty import PERIOD
from core.rules.reminder_stages import Stage
from core.screens.picks import shortened


def due_explained(duty: Duty, case: Case | None, clock: DutyClock, book: CompiledRulebook) -> Message:
    """Why it is due when it is: the clause, the start, the counting, the calendar it was counted by."""
    is_counted = bool(clock.steps) and clock.steps[0][0] != PERIOD
    return Message(
        template="due_explained",
        data=deadline_head(duty, case)
        | {
            "rulebook": book,
            "title": book.edition.title,
            "edition": clock.edition,
            "sha256": clock.edition_sha256,
            "clause": clock.clause,
            "starts_at": clock.starts_at,
            "due": clock.due_at,
            "steps": clock.steps if is_counted else (),
            "calendar": clock.calendar if clock.steps[:1] and clock.steps[0][0].startswith("working") else "",
            "is_provisional": clock.is_provisional,
        },
    )


def deadline_moved(duty: Duty, case: Case | None, old: DutyClock, new: DutyClock, language: str) -> Message:
    """A year was announced: the old time and the new one."""
    return Message(
        template="deadline_moved",
        urgency=Urgency.NOTICE,
        once=f"moved:{duty.id}:{new.due_at.isoformat()}",
        data=deadline_head(duty, case) | {"old": old.due_at, "new": new.due_at},
        rows=(deadline_buttons(duty, language),),
    )


def deadline_head(duty: Duty, case: Case | None) -> dict[str, object]:
    """What every message about a deadline begins with."""
    return {
        "case_id": case.id if case else None,
        "site": duty.site,
        "number": case.number if case else "",
        "label": duty.label,
        "clause": duty.clause,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """One stage of one deadline, and whom it waits for."""

    duty: Duty
    case: Case | None
    clock: DutyClock
    stage: Stage
    asked: tuple[Person, ...]

    def names(self) -> tuple[str, ...]:
        """Whom it waits for; nobody where it is the people concerned, of whom others are not told."""
        return names_of(self.duty, self.asked)


def reminder_given(about: Reminded, reader: Person, now: datetime, *, once: str) -> Message:
    """Before, at, after; to a superior with the names of those it waits for. It is sent once ever."""
    is_own = reader.id in {one.id for one in about.asked}
    due = about.clock.due_at
    return Message(
        template="reminder_given",
        urgency=Urgency.URGENT if about.clock.is_urgent else Urgency.NOTICE,
        once=once,
        data=deadline_head(about.duty, about.case)
        | {
            "stage": about.stage.name if is_own else "up",
            "names": () if is_own else about.names(),
            "due": due,
            "is_late": due <= now,
            "off": abs(due - now),
            "is_provisional": about.clock.is_provisional,
        },
        rows=(deadline_buttons(about.duty, reader.language) if is_own else (_why(about.duty),),),
    )


def names_of(duty: Duty, asked: tuple[Person, ...]) -> tuple[str, ...]:
    """The names of those whom a duty waits for, as far as a superior is told."""
    return () if duty.role is Role.EMPLOYEE else tuple(one.name for one in asked)


def deadline_buttons(duty: Duty, language: str) -> tuple[Button, ...]:
    """The buttons that do it, and that say why then."""
    text = shortened(duty.label.in_language(language))
    return (Button("handle", "duty", duty.id, duty.version, text=text), _why(duty))


def _why(duty: Duty) -> Button:
    return Button("why", "why_then", duty.id)
