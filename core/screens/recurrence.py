"""Whether the fault of a closed case has come back: the question, the answer, and the end of the watch."""

from core.model.case import Case
from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rules.corrective.corrective_file import CorrectiveFile
from core.screens.case_head import head_of
from core.screens.corrective import corrective_head, to_card


def recurrence_asked(duty: Duty, earlier: Case, later: Case) -> Message:
    """Both cases side by side, and two answers; nothing happens before one is pressed."""
    answers = (
        Button("came_back", "recurred", duty.id, duty.version),
        Button("not_come_back", "recurred_not", duty.id, duty.version),
    )
    cases = tuple(
        Button("open_case", "case", one.id, one.version, text=one.number) for one in (earlier, later)
    )
    return Message(
        template="recurrence_asked",
        card=f"recurrence:{duty.id}",
        urgency=Urgency.NOTICE,
        data=head_of(earlier)
        | {
            "cause": earlier.cause,
            "closed_at": earlier.stage_since,
            "later": later.number,
            "later_at": later.registered_at,
            "later_happened": later.happened,
            "later_cause": later.cause,
        },
        rows=(answers, cases),
    )


def recurrence_answered(
    file: CorrectiveFile, later: Case, *, came_back: bool, by: Person, card: str = ""
) -> Message:
    """What was said, by whom, and where to go on."""
    return Message(
        template="recurrence_answered",
        card=card,
        urgency=Urgency.NOTICE,
        data=corrective_head(file) | {"later": later.number, "came_back": came_back, "by": by.name},
        rows=((to_card(file),),),
    )


def watch_ended(file: CorrectiveFile) -> Message:
    """Nothing came back for as long as the bot looked."""
    return Message(
        template="watch_ended",
        urgency=Urgency.NOTICE,
        data=corrective_head(file) | {"watched_until": file.plan.watched_until},
        rows=((to_card(file),),),
    )
