"""The card on which it is decided that the data of somebody who left is erased."""

from core.model.message import Button, Message, Urgency
from core.model.person import Person


def forgetting_card(person: Person, proposer: str) -> Message:
    """Whom it is about, since when they are gone, and what stays."""
    return Message(
        template="forgetting_asked",
        card=f"forget:{person.id}",
        urgency=Urgency.NOTICE,
        data={"person": person, "proposer": proposer},
        rows=((Button("forget_yes", "forget_yes", person.id), Button("forget_no", "forget_no", person.id)),),
    )


def forgotten_card(person_id: int, *, is_erased: bool) -> Message:
    """What became of it, without the name."""
    return Message(
        template="forgetting_decided",
        card=f"forget:{person_id}",
        data={"person_id": person_id, "is_erased": is_erased},
    )
