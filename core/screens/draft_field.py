"""Editing a draft: the list of its fields, and the question for one of them."""

from collections.abc import Sequence
from typing import Final

from core.model.message import Button, Message
from core.rules.draft_fields import FIELDS, value_of
from core.screens.draft_view import DraftView
from core.screens.picks import Rows, in_rows, picks_for

WALK: Final = ("site", "customer", "subject", "occurred_on", "quantities", "happened", "photos", "demand")
OPTIONAL: Final = ("quantities", "photos")
_SUBJECT: Final = ("product", "order_no", "part_no")


def fields_screen(view: DraftView, sites: Sequence[str]) -> Message:
    """All fields as buttons, those that can be chosen anew."""
    draft = view.draft
    fields = (*(("site",) if len(sites) > 1 else ()), *FIELDS)
    buttons = [Button(f"field_{field}", "fill", draft.id, draft.version, field) for field in fields]
    return Message(
        template="fields_listed",
        data=view.shown(),
        rows=(*in_rows(buttons), (Button("back", "resume", draft.id, draft.version),)),
    )


def field_screen(field: str, view: DraftView, sites: Sequence[str]) -> Message:
    """The question for one field, with what stands there now and where it was read."""
    draft = view.draft
    back = Button("back", "resume", draft.id, draft.version)
    return Message(
        template="field_asked",
        data=_asked(field, view),
        rows=(*picks_for(field, view, sites), (back,)),
    )


def walk_screen(field: str, view: DraftView, sites: Sequence[str]) -> Message:
    """The same question as a step of /new, with its place, back, skip and cancel."""
    draft = view.draft
    steps = walk_steps(sites)
    place = steps.index(field)
    last = [Button("done", "walk_on", draft.id, draft.version, field)] if field == "photos" else []
    if field in OPTIONAL and field != "photos":
        last.append(Button("skip", "walk_on", draft.id, draft.version, field))
    if place:
        last.append(Button("back", "walk_to", draft.id, draft.version, steps[place - 1]))
    last.append(Button("cancel", "drop", draft.id, draft.version))
    rows: Rows = (*picks_for(field, view, sites), tuple(last))
    data = {**_asked(field, view), "place": place + 1, "of": len(steps)}
    return Message(template="field_asked", data=data, rows=rows)


def walk_steps(sites: Sequence[str]) -> tuple[str, ...]:
    """The questions of /new in order; the site only where there is a choice."""
    return tuple(field for field in WALK if field != "site" or len(sites) > 1)


def _asked(field: str, view: DraftView) -> dict[str, object]:
    found = view.draft.found.get(field, {})
    return {
        **view.shown(),
        "field": field,
        "now": _now(field, view),
        "where": found.get("where", "") if field not in view.draft.fields else "",
        "place": 0,
        "of": 0,
        "is_optional": field in OPTIONAL,
    }


def _now(field: str, view: DraftView) -> str:
    if field == "subject":
        return " · ".join(filter(None, (value_of(view.draft, one) for one in _SUBJECT)))
    if field == "quantities":
        return " / ".join(filter(None, (value_of(view.draft, one) for one in ("quantity", "defective"))))
    return value_of(view.draft, field)
