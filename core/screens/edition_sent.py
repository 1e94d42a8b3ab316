"""An edition on its way into the bot: what to send, that it came, and why it was not taken."""

from collections.abc import Collection, Sequence
from datetime import date

from core.model.message import Message, Urgency
from core.model.proposed_edition import ProposedEdition
from core.screens.edition_card import edition_data


def edition_asked(held: Collection[str], today: date) -> Message:
    """What the file must be: an edition of one of these, for days after today."""
    return Message(template="edition_asked", data={"held": sorted(held), "today": today})


def edition_received(name: str) -> Message:
    """It is being read."""
    return Message(template="edition_received", data={"name": name})


def edition_refused(
    proposal: ProposedEdition, faults: Sequence[str], count: int, pieces: tuple[int, ...]
) -> Message:
    """Everything that is wrong, at once; a long list is in the file as well."""
    return Message(
        template="edition_refused",
        urgency=Urgency.NOTICE,
        data={"name": proposal.name, "faults": faults, "count": count},
        files=pieces,
    )


def edition_lost(proposal: ProposedEdition) -> Message:
    """Telegram does not give the file out."""
    return Message(template="edition_lost", urgency=Urgency.NOTICE, data={"name": proposal.name})


def edition_lapsed(edition: ProposedEdition) -> Message:
    """To whoever put it forward: its day came before anybody decided."""
    return Message(template="edition_lapsed", urgency=Urgency.NOTICE, data=edition_data(edition))


def edition_reason_asked() -> Message:
    """Why it is rejected."""
    return Message(template="edition_reason_asked")
