"""An edition that was sent in chat: what it is, what it would change, and who can do what with it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.model.proposed_edition import EditionReceipt, EditionState, ProposedEdition
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE
from core.rights.may import may
from core.screens.picks import Rows

SHOWN_OF_HASH: Final = 16


def edition_data(edition: ProposedEdition) -> Mapping[str, object]:
    """What identifies it."""
    return {
        "title": edition.title,
        "rulebook": edition.rulebook,
        "edition": edition.edition,
        "in_force_from": edition.in_force_from,
        "hash": edition.sha256[:SHOWN_OF_HASH],
    }


def edition_told(edition: ProposedEdition, reader: Person, proposer: Person) -> Message:
    """The card when it comes up first, with its files beneath."""
    return replace(edition_card(edition, reader, proposer), files=edition.pieces)


def edition_files(edition: ProposedEdition) -> Message:
    """Its files once more."""
    return Message(
        template="edition_files", data={**edition_data(edition), "cases": edition.cases}, files=edition.pieces
    )


def edition_card(edition: ProposedEdition, reader: Person, proposer: Person) -> Message:
    """While it waits: what it would change in figures, and the buttons of whoever may press them."""
    return Message(
        template="edition_shown",
        urgency=Urgency.NOTICE,
        data={
            **edition_data(edition),
            "state": edition.state.value,
            "changes": edition.changes,
            "cases": edition.cases,
            "proposer": proposer.name,
            "decides": _may_decide(edition, reader),
        },
        rows=(*_deciding(edition, reader), _reading(edition), (_BACK,)),
    )


def edition_opened(edition: ProposedEdition, reader: Person, receipt: EditionReceipt | None) -> Message:
    """Once it is approved: since when it holds, and whether the reader has read it."""
    read_at = receipt.read_at if receipt else None
    reading = () if read_at else ((Button("edition_read", "edition_read", edition.id, style="primary"),),)
    looking = (
        ((Button("edition_readers", "edition_readers", edition.id),),)
        if may(Action.SEE_READERS, reader, NOWHERE)
        else ()
    )
    return Message(
        template="edition_opened",
        data={**edition_data(edition), "read_at": read_at},
        rows=(*reading, *looking, (Button("rules_pdf", "edition_pdf", edition.id), _BACK)),
    )


def edition_decided(edition: ProposedEdition, name: str, reason: str = "") -> Message:
    """To whoever sent it and whoever put it forward, and in the place of the card: approved or rejected, by whom."""
    return Message(
        template="edition_decided",
        urgency=Urgency.NOTICE,
        data={**edition_data(edition), "state": edition.state.value, "name": name, "reason": reason},
        rows=((_BACK,),),
    )


def edition_dropped(edition: ProposedEdition) -> Message:
    """In the place of the card."""
    return Message(template="edition_dropped", data=edition_data(edition), rows=((_BACK,),))


_BACK: Final = Button("back", "editions")


def _reading(edition: ProposedEdition) -> tuple[Button, ...]:
    return (
        Button("rules_pdf", "edition_pdf", edition.id),
        Button("edition_files", "edition_files", edition.id),
    )


def _deciding(edition: ProposedEdition, reader: Person) -> Rows:
    is_admin = may(Action.PROPOSE_RULEBOOK, reader, NOWHERE)
    drop = Button("edition_drop", "edition_drop", edition.id, arg=edition.seal)
    if edition.state is EditionState.CHECKED and is_admin:
        put = Button("edition_put", "edition_put", edition.id, arg=edition.seal, style="primary")
        return ((put, drop),)
    if _may_decide(edition, reader):
        yes = Button("edition_yes", "edition_yes", edition.id, arg=edition.seal, style="primary")
        return ((yes, Button("edition_no", "edition_no", edition.id, arg=edition.seal)),)
    return ((drop,),) if is_admin and edition.state is EditionState.PROPOSED else ()


def _may_decide(edition: ProposedEdition, reader: Person) -> bool:
    there = NOWHERE.barring(Bar.ASKED_FOR_IT, edition.asked_by)
    return edition.state is EditionState.PROPOSED and may(Action.APPROVE_RULEBOOK, reader, there)
