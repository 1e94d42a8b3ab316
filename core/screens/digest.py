"""The digest of a working day: what waits for a person, and what others have missed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.model.case import Case
from core.model.duty import Duty
from core.model.message import Button, Message, Urgency
from core.screens.due import Waiting, due_screen, told_apart
from core.screens.picks import in_rows, shortened
from core.screens.reminders import deadline_head


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Something that others, named here, have not done in time."""

    duty: Duty
    case: Case | None
    names: tuple[str, ...]


def digest(
    waiting: Sequence[Waiting], reported: Sequence[Reported], now: datetime, language: str, head: str = ""
) -> Message:
    """The first page of the list, with the buttons that do it; then what others have missed, with why.

    `head` is the log's, for whoever keeps it outside the company's own machine.
    """
    listed = due_screen(waiting, now, language)
    missed = [one for one in {one.duty.id: one for one in reported}.values() if one.duty.due_at]
    why = in_rows(
        (
            Button(
                "handle", "why_then", one.duty.id, text=shortened(told_apart(one.duty, one.case, language))
            )
            for one in missed
        ),
        2,
    )
    lines = tuple(
        deadline_head(one.duty, one.case)
        | {"names": one.names, "due": one.duty.due_at, "off": abs(now - (one.duty.due_at or now))}
        for one in missed
    )
    return replace(
        listed,
        template="digest_listed",
        data={**listed.data, "reported": lines, "head": head},
        rows=(*listed.rows, *why),
        urgency=Urgency.DIGEST,
    )
