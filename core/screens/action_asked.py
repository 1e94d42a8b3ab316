"""The questions before an action is agreed on: what, by whom, until when."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from core.model.corrective_action import ActionKind
from core.model.message import Button, Message
from core.model.person import Person
from core.rules.corrective.corrective_file import CorrectiveFile
from core.screens.corrective import corrective_head, to_card
from core.screens.corrective_step import people_rows

# days from today that are offered; any other day can be typed
SPANS: Final = (3, 7, 14, 30)


def what_asked(file: CorrectiveFile, kind: ActionKind) -> Message:
    """What is to be done."""
    return Message(
        template="action_what_asked",
        data=corrective_head(file) | {"action": kind},
        rows=((to_card(file),),),
    )


def doer_asked(file: CorrectiveFile, what: str, likely: Sequence[Person]) -> Message:
    """Who does it: somebody likely by button, anybody by name."""
    return Message(
        template="action_doer_asked",
        data=corrective_head(file) | {"what": what},
        rows=(*people_rows(file, "action_doer", likely), (to_card(file),)),
    )


def due_asked(file: CorrectiveFile, what: str, doer: Person) -> Message:
    """Until the end of which day: some days by button, any day by writing it."""
    case = file.case
    days = tuple(
        Button("in_days", "action_due", case.id, case.version, str(span), text=str(span)) for span in SPANS
    )
    return Message(
        template="action_due_asked",
        data=corrective_head(file)
        | {"what": what, "doer": doer.name, "example": file.dossier.day + timedelta(days=SPANS[1])},
        rows=(days, (to_card(file),)),
    )
