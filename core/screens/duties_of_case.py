"""The duties of one case, open ones first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from core.model.case import Case
from core.model.duty import Duty
from core.model.message import Button, Message
from core.screens.case_buttons import opened
from core.screens.case_head import head_of
from core.screens.label_width import shortened
from core.screens.picks import in_rows

_MOST_BUTTONS: Final = 12


def duties_screen(case: Case, duties: Sequence[Duty], now: datetime, language: str) -> Message:
    """Each with its clause, its time and how it stands; a button for each that is open or was done. No names."""
    listed = sorted(
        (duty for duty in duties if not duty.has_fallen_away),
        key=lambda duty: (not duty.is_open, duty.due_at is None, duty.due_at or duty.opened_at, duty.id),
    )
    buttons = (
        Button("", "duty", duty.id, duty.version, text=shortened(duty.label.in_language(language)))
        for duty in listed[:_MOST_BUTTONS]
    )
    return Message(
        template="duties_listed",
        data=head_of(case)
        | {
            "lines": tuple(_line(duty, now) for duty in listed),
            "open": sum(duty.is_open for duty in listed),
        },
        rows=(*in_rows(buttons, 2), (opened(case),)),
    )


def _line(duty: Duty, now: datetime) -> Mapping[str, object]:
    ended = duty.finished_at or now
    return {
        "label": duty.label,
        "clause": duty.clause.split("#")[0],
        "is_open": duty.is_open,
        "is_gate": duty.is_gate,
        "waits_for_second": duty.is_open and duty.finished_by is not None,
        "due": duty.due_at,
        "done_at": duty.done_at,
        "is_late": duty.due_at is not None and duty.due_at < ended,
        "off": None if duty.due_at is None else abs(duty.due_at - ended),
    }
