"""What a named person and the investigator see of hearings."""

from datetime import datetime

from core.model.case import Case
from core.model.evidence import Evidence
from core.model.message import Button, Message, Urgency
from core.model.party import Party, Statement
from core.model.person import Person
from core.rules.typed.masked_phones import without_phones
from core.screens.case_head import head_of

SPEAK = "speak"
STAY_SILENT = "silent"


def party_informed(case: Case, party: Party, role_label: object, until: datetime | None) -> Message:
    """You are named in this case, in this role; nothing is decided; you may speak until then."""
    return Message(
        template="party_informed",
        urgency=Urgency.URGENT,
        data=head_of(case)
        | {
            "occurred_on": case.occurred_on,
            "happened": without_phones(case.happened),
            "role": role_label,
            "until": until,
            "hearing": party.hearing,
        },
        rows=(speaking(case),),
    )


def speaking(case: Case) -> tuple[Button, ...]:
    """To speak, or not to."""
    return (Button("state", SPEAK, case.id), Button("stay_silent", STAY_SILENT, case.id))


def statement_shown(case: Case, person: Person, piece: Evidence) -> Message:
    """To the investigator: what this person showed with their statement."""
    return Message(
        template="statement_shown",
        urgency=Urgency.NOTICE,
        data=head_of(case) | {"name": person.name},
        files=(piece.id,) if piece.file_id else (),
    )


def statement_received(case: Case, person: Person, statement: Statement) -> Message:
    """To the investigator: this person has spoken."""
    return Message(
        template="statement_received",
        urgency=Urgency.NOTICE,
        data=head_of(case)
        | {
            "name": person.name,
            "text": statement.text,
            "said_at": statement.said_at,
        },
        rows=((Button("investigate", "investigate", case.id, case.version),),),
    )
