"""Editions that hold, or will: told to all staff, listed, and who has read them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.model.proposed_edition import ProposedEdition
from core.screens.edition_card import edition_data

# names that fit into one message
MOST_NAMED: Final = 60


def edition_published(edition: ProposedEdition, *, is_reminder: bool = False) -> Message:
    """To everybody: from when it holds; 已阅读 is a press."""
    return Message(
        template="edition_published",
        urgency=Urgency.DIGEST,
        data={**edition_data(edition), "is_reminder": is_reminder},
        rows=(
            (Button("edition_read", "edition_read", edition.id, style="primary"),),
            (Button("rules_pdf", "edition_pdf", edition.id),),
        ),
    )


def edition_unread(edition: ProposedEdition, unread: int, of: int) -> Message:
    """To those who look after it: so many have not read it yet."""
    return Message(
        template="edition_unread",
        urgency=Urgency.NOTICE,
        data={**edition_data(edition), "unread": unread, "of": of},
        rows=((Button("edition_readers", "edition_readers", edition.id),),),
    )


def editions_listed(
    editions: Sequence[ProposedEdition], read: Collection[int], language: str, *, may_send: bool
) -> Message:
    """Each with how far it has come and whether the reader has read it."""
    send = ((Button("edition_send", "edition_send"),),) if may_send else ()
    return Message(
        template="editions_listed",
        data={
            "editions": [
                {**edition_data(one), "state": one.state.value, "is_read": one.id in read} for one in editions
            ]
        },
        rows=(*[(_button(one, language),) for one in editions], *send, (Button("back", "rules"),)),
    )


def edition_readers(
    edition: ProposedEdition,
    read: int,
    unread: Sequence[Person],
    untold: Sequence[Person],
) -> Message:
    """How many have read it, who has not, and whom no message reached."""
    return Message(
        template="edition_readers",
        data={
            **edition_data(edition),
            "read": read,
            "unread": [_named(one) for one in unread[:MOST_NAMED]],
            "unread_more": max(0, len(unread) - MOST_NAMED),
            "unread_count": len(unread),
            "untold": [_named(one) for one in untold[:MOST_NAMED]],
            "untold_more": max(0, len(untold) - MOST_NAMED),
            "untold_count": len(untold),
        },
        rows=((Button("back", "edition", edition.id),),),
    )


def _named(person: Person) -> Mapping[str, str]:
    return {"name": person.name, "department": person.department}


def _button(edition: ProposedEdition, language: str) -> Button:
    title = edition.title.in_language(language) if edition.title else edition.rulebook
    return Button("", "edition", edition.id, text=f"{title} {edition.edition}")
