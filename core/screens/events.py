"""The events of a case that only people see, and the question when one of them happened."""

from collections.abc import Mapping

from core.model.case import Case
from core.model.label import Label
from core.model.message import Button, Message
from core.screens.case_buttons import opened
from core.screens.case_head import head_of
from core.screens.label_width import shortened
from core.screens.picks import in_rows


def events_screen(case: Case, events: Mapping[str, tuple[Label, str]], language: str) -> Message:
    """Each with its time, as far as it is known; a button each to say when it was."""
    buttons = (
        Button("", "event", case.id, case.version, str(place), text=shortened(label.in_language(language)))
        for place, (label, _) in enumerate(events.values())
    )
    lines = tuple((label, kind, case.events.get(event)) for event, (label, kind) in events.items())
    return Message(
        template="events_listed",
        data=head_of(case) | {"lines": lines},
        rows=(*in_rows(buttons, 2), (opened(case),)),
    )


def event_asked(case: Case, place: int, label: Label, at: str | None, kind: str) -> Message:
    """Typed, or now by button while nothing is recorded of a moment."""
    is_moment = kind == "moment"
    now = Button("right_now", "event_now", case.id, case.version, str(place))
    back = Button("back", "events", case.id, case.version)
    return Message(
        template="event_asked",
        data=head_of(case) | {"label": label, "at": at, "kind": kind},
        rows=((*((now,) if is_moment and not at else ()), back),),
    )
