"""Editing a draft: the list of its fields, and the question for one of them."""

from collections.abc import Sequence
from typing import Final

from core.model.label import Label
from core.model.message import Button, Message
from core.rules.draft.draft_fields import FIELDS, SUBJECT, value_of
from core.rules.draft.intake_asked import CHANNEL, IntakeAsked
from core.rules.draft.intake_gaps import given_in
from core.rules.draft.intake_said import AnswerSaid, answer_said, channel_said
from core.screens.draft_view import DraftView
from core.screens.label_width import shortened
from core.screens.picks import Rows, in_rows, picks_for

WALK: Final = ("site", "customer", "subject", "occurred_on", "quantities", "happened", "photos", "demand")
OPTIONAL: Final = ("quantities", "photos")


def fields_screen(view: DraftView, sites: Sequence[str]) -> Message:
    """All fields as buttons, those that can be chosen anew; the rulebook's own by its words for them."""
    draft, asked = view.draft, view.asked
    fields = (*(("site",) if len(sites) > 1 else ()), *FIELDS, *((CHANNEL,) if asked.channels else ()))
    buttons = [Button(f"field_{field}", "fill", draft.id, draft.version, field) for field in fields]
    for key, field in asked.own().items():
        label = shortened(field.label.in_language(view.language))
        buttons.append(Button("", "fill", draft.id, draft.version, key, text=label))
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
    steps = walk_steps(sites, view.asked)
    place = steps.index(field)
    last = [Button("done", "walk_on", draft.id, draft.version, field)] if field == "photos" else []
    if _is_optional(field, view) and field != "photos":
        last.append(Button("skip", "walk_on", draft.id, draft.version, field))
    if place:
        last.append(Button("back", "walk_to", draft.id, draft.version, steps[place - 1]))
    last.append(Button("cancel", "drop", draft.id, draft.version))
    rows: Rows = (*picks_for(field, view, sites), tuple(last))
    data = {**_asked(field, view), "place": place + 1, "of": len(steps)}
    return Message(template="field_asked", data=data, rows=rows)


def walk_steps(sites: Sequence[str], asked: IntakeAsked) -> tuple[str, ...]:
    """The questions of /new in order: the site only where there is a choice, the rulebook's own fields last."""
    usual = tuple(field for field in WALK if field != "site" or len(sites) > 1)
    return (*usual, *asked.own())


def _is_optional(field: str, view: DraftView) -> bool:
    own = view.asked.own()
    return own[field].optional if field in own else field in OPTIONAL


def _asked(field: str, view: DraftView) -> dict[str, object]:
    found = view.draft.found.get(field, {})
    own = view.asked.own().get(field)
    return {
        **view.shown(),
        "field": field,
        "label": own.label if own else None,
        "type": own.type if own else "",
        "clause": view.asked.clause_of(field).split("#")[0],
        "now": _now(field, view),
        "where": found.get("where", "") if field not in view.draft.fields else "",
        "place": 0,
        "of": 0,
        "is_optional": _is_optional(field, view),
    }


def _now(field: str, view: DraftView) -> AnswerSaid | Label | str:
    given = given_in(view.draft)
    if field in view.asked.own():
        return answer_said(field, given, view.asked) or ""
    if field == CHANNEL:
        return channel_said(given, view.asked) or ""
    if field == "subject":
        return " · ".join(filter(None, (value_of(view.draft, one) for one in SUBJECT)))
    if field == "quantities":
        return " / ".join(filter(None, (value_of(view.draft, one) for one in ("quantity", "defective"))))
    return value_of(view.draft, field)
