"""What is told of an agreed action: to whoever is to do it, to whoever is to verify it, to whoever leads the case."""

from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.rules.corrective.agreed_actions import doer_of
from core.rules.duty.duty_file import DutyFile
from core.screens.label_width import shortened


def action_told(file: DutyFile, what: str, reader: Person, *, by: Person, reason: str = "") -> Message:
    """`what` has happened: agreed, finished, verified, sent_back or withdrawn. A button leads to the action."""
    duty = file.duty
    text = shortened(duty.label.in_language(reader.language))
    return Message(
        template="action_told",
        urgency=Urgency.NOTICE,
        data={
            "case_id": duty.case_id,
            "site": duty.site,
            "number": file.case.number if file.case else "",
            "what": what,
            "action": duty.data["action"],
            "label": duty.label,
            "doer": file.roster.name(doer_of(duty)),
            "by": by.name,
            "due": duty.due_at,
            "reason": reason,
        },
        rows=((Button("handle", "duty", duty.id, duty.version, text=text),),),
    )
