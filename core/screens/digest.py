"""The digest of a working day: what waits for a person, and what others have missed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from core.model.message import Button, Message, Urgency
from core.rules.deadline.behind_clock import BehindClock
from core.screens.due import DuePage, due_screen, told_apart
from core.screens.label_width import shortened
from core.screens.picks import in_rows
from core.screens.reminders import deadline_head, why_button

DIGEST: Final = "digest"


def digest(
    due: DuePage,
    reported: Sequence[BehindClock],
    now: datetime,
    language: str,
    heads: tuple[str, str] | None = None,
) -> Message:
    """The first page of the list, with the buttons that do it; then what others have missed, with why.

    One that has not gone out when the next is made does not go out any more, unless it says what others have missed.
    `heads` are the log's and the ledger's, for whoever keeps them outside the company's own machine.
    """
    listed = due_screen(due, now, language)
    missed = tuple({one.clock.id: one for one in reported}.values())
    why = in_rows((_why(one, language) for one in missed), 2)
    lines = tuple(
        deadline_head(one)
        | {"names": one.names(), "due": one.clock.due_at, "off": abs(now - one.clock.due_at)}
        for one in missed
    )
    return replace(
        listed,
        template="digest_listed",
        data={**listed.data, "reported": lines, "heads": heads},
        rows=(*listed.rows, *why),
        urgency=Urgency.DIGEST,
        card="" if missed else DIGEST,
        is_moved=not missed,
    )


def _why(one: BehindClock, language: str) -> Button:
    """Named like the line it belongs to; by its case's number alone where the bot itself asks for it."""
    case = one.case
    has_card = one.duty is not None and one.duty.has_card
    said = told_apart(one.duty, case, language) if one.duty and has_card else case.number if case else ""
    return replace(why_button(one.clock), label="handle", text=shortened(said))
