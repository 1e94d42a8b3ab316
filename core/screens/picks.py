"""Buttons that answer a question about a draft: remembered names, demands, days, sites."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from core.model.draft import Draft
from core.model.message import Button
from core.model.remembered import Remembered
from core.rulebook.process_rules import Channel
from core.rulebook.vocabulary import Choice
from core.rules.draft.draft_fields import UNKNOWN
from core.rules.draft.intake_asked import CHANNEL
from core.screens.draft_view import DraftView
from core.screens.label_width import shortened

Rows = tuple[tuple[Button, ...], ...]

DEMANDS: Final = ("replace", "return", "repair", "pay", "discount")
_NAMES_SHOWN: Final = 3
_IN_A_ROW: Final = 3


def picks_for(field: str, view: DraftView, sites: Sequence[str] = ()) -> Rows:
    """Rows of likely answers to that field; none where only typing helps."""
    draft = view.draft
    if field == "customer":
        return in_rows(_names(draft, field, view.likely_customers()))
    if field == "subject":
        return in_rows(_names(draft, field, view.products))
    if field == "demand":
        return in_rows(_pick(draft, field, demand, f"demand_{demand}") for demand in DEMANDS)
    if field == "occurred_on":
        days = (("today", "today"), ("yesterday", "yesterday"), (UNKNOWN, "unknown"))
        return in_rows(_pick(draft, field, day, label) for day, label in days)
    if field == "site":
        return in_rows(_pick(draft, field, site, "", view.company.site(site).name) for site in sites)
    return _of_rulebook(field, view)


def _of_rulebook(field: str, view: DraftView) -> Rows:
    if field == CHANNEL:
        return in_rows(_labelled(field, view.asked.channels, view), 2)
    own = view.asked.own().get(field)
    if own is None:
        return ()
    if own.type == "boolean":
        return in_rows(_pick(view.draft, field, answer, answer) for answer in ("yes", "no"))
    return in_rows(_labelled(field, own.choices, view), 2)


def _labelled(
    field: str, choices: Mapping[str, Choice] | Mapping[str, Channel], view: DraftView
) -> Iterable[Button]:
    for key, choice in choices.items():
        yield _pick(view.draft, field, key, "", shortened(choice.label.in_language(view.language)))


def _pick(draft: Draft, field: str, value: str, label: str, text: str = "") -> Button:
    """One button that gives the field that value."""
    return Button(label, "pick", draft.id, draft.version, f"{field}:{value}", text=text)


def in_rows(buttons: Iterable[Button], wide: int = _IN_A_ROW) -> Rows:
    """The buttons, at most so many a row."""
    listed = tuple(buttons)
    return tuple(listed[start : start + wide] for start in range(0, len(listed), wide))


def _names(draft: Draft, field: str, names: Sequence[Remembered]) -> Iterable[Button]:
    return (_pick(draft, field, str(one.id), "", shortened(one.name)) for one in names[:_NAMES_SHOWN])
