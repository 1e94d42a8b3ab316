"""A draft as its reporter sees it: what was received and found, what is missing, or the review."""

from core.model.message import Button, Message
from core.rules.draft.intake_asked import CHANNEL
from core.rules.draft.senders import senders_of
from core.screens.draft_view import DraftView
from core.screens.picks import Rows, picks_for

OTHERS = {"customer": "other_customer", "subject": "other_product", "demand": "other_demand"}


def draft_screen(view: DraftView) -> Message:
    """The review where nothing is missing, else what was received, with buttons for the first missing field."""
    template = "burst_received" if view.gaps() else "draft_reviewed"
    return Message(template=template, data=view.shown(), rows=_rows(view))


def _rows(view: DraftView) -> Rows:
    gaps = view.gaps()
    beside = (_button(view, "edit"), _button(view, "cancel", "drop"))
    if gaps:
        return (*_asking(gaps[0].field, view), beside, *_elsewhere(view))
    return ((_button(view, "submit"), *beside), *_channel(view), *_elsewhere(view))


def _asking(field: str, view: DraftView) -> Rows:
    rows = picks_for(field, view)
    if field not in OTHERS or not rows:
        return rows
    other = Button(OTHERS[field], "fill", view.draft.id, view.draft.version, field)
    return (*rows[:-1], (*rows[-1], other))


def _channel(view: DraftView) -> Rows:
    way = Button("field_channel", "fill", view.draft.id, view.draft.version, CHANNEL)
    return ((way,),) if view.asked.channels else ()


def _elsewhere(view: DraftView) -> Rows:
    split = (_button(view, "split"),) if len(senders_of(view.pieces)) > 1 else ()
    add = (_button(view, "add_to"),) if view.pieces and view.cases else ()
    return ((*split, *add),) if split or add else ()


def _button(view: DraftView, label: str, verb: str = "") -> Button:
    return Button(label, verb or label, view.draft.id, view.draft.version)
