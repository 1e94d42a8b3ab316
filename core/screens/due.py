"""What waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from core.model.case import Case
from core.model.message import Button, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: its kind is the key of its words; `due_at` is None where no time is set."""

    kind: str
    case: Case | None = None
    due_at: datetime | None = None
    data: Mapping[str, object] = field(default_factory=dict)


def due_screen(waiting: Sequence[Waiting], now: datetime) -> Message:
    """The list, what is overdue first, each with a button to its case."""
    buttons = {
        one.case.id: Button("open_case", "case", one.case.id, one.case.version, text=one.case.number)
        for one in waiting
        if one.case is not None
    }
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
    rows = tuple((button,) for button in buttons.values())
    return Message(template="due_listed", data={"lines": lines}, rows=rows)
