"""What waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from core.model.case import Case
from core.model.message import Button, Message
from core.screens.picks import in_rows

_MOST: Final = 10
_WHERE: Final[Mapping[str, str]] = {
    "triage": "triage_below",
    "investigation": "investigate",
    "confirm_responsibility": "decide",
    "approve_figures": "decide",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: its kind is the key of its words; `due_at` is None where no time is set."""

    kind: str
    case: Case | None = None
    due_at: datetime | None = None
    data: Mapping[str, object] = field(default_factory=dict)


def due_screen(waiting: Sequence[Waiting], now: datetime) -> Message:
    """The list, what is overdue first, each with a button to where it is done; the first few have one."""
    lines = [
        {
            "kind": one.kind,
            "number": one.case.number if one.case else "",
            "due": one.due_at,
            "late": one.due_at is not None and one.due_at <= now,
            "left": None if one.due_at is None else abs(one.due_at - now),
        }
        for one in waiting
    ]
    buttons = {(one.case.id, _verb(one)): _handle(one.case, _verb(one)) for one in waiting if one.case}
    return Message(
        template="due_listed", data={"lines": lines}, rows=in_rows(list(buttons.values())[:_MOST], 2)
    )


def _verb(one: Waiting) -> str:
    return _WHERE.get(one.kind, "case")


def _handle(case: Case, verb: str) -> Button:
    return Button("handle", verb, case.id, case.version, text=case.number)
