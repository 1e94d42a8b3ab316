"""The answer to one of a rulebook's own intake fields, as typed or pressed, in the words it is kept in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NoSuchThing, NotAllowed
from core.model.label import Label
from core.rulebook.duty_rules import FormField
from core.rules.draft.intake_asked import CHANNEL, IntakeAsked
from core.rules.duty.duty_answers import form_value
from core.rules.typed.date_text import date_in
from core.rules.typed.half_width import half_width

_IN_WORDS: Final = frozenset(("text", "person"))
_BOOLEANS: Final[Mapping[object, str]] = {True: "yes", False: "no"}


def own_answer(field: str, text: str, asked: IntakeAsked, now: datetime, zone: ZoneInfo) -> str:
    """The answer to one of the rulebook's own fields, or the channel.

    NotAllowed `photo_wanted` where a photo is asked for, NoSuchThing for a field that the rulebook does not have.
    """
    if field == CHANNEL and asked.channels:
        return _chosen_in({key: channel.label for key, channel in asked.channels.items()}, text)
    if field in asked.fields and field not in asked.own():
        raise NotAllowed("photo_wanted", label=asked.label(field))
    if field not in asked.own():
        raise NoSuchThing("thing_unknown")
    return intake_answer(asked.own()[field], text, now, zone)


def intake_answer(field: FormField, text: str, now: datetime, zone: ZoneInfo) -> str:
    """Days as 2025-03-03, amounts as 800.00, `yes` or `no`, the id of a choice; words as they were typed.

    NotAllowed where the text is no such answer; a day to come is none.
    """
    if field.type in _IN_WORDS:
        return text
    if field.type == "choice":
        return _chosen_in({key: choice.label for key, choice in field.choices.items()}, text)
    if field.type == "date":
        return date_in(text, now.astimezone(zone).date()).isoformat()
    value = form_value(field, text, now, zone)
    return _BOOLEANS[value] if isinstance(value, bool) else str(value)


def _chosen_in(labels: Mapping[str, Label], text: str) -> str:
    """The id of the choice that is meant, by its id or its words; NotAllowed `choice_unknown` naming all choices."""
    typed = half_width(text).strip().lower()
    for key, label in labels.items():
        if typed in (key, half_width(label.zh_hans), label.en.lower()):
            return key
    raise NotAllowed("choice_unknown", answer=text, labels=tuple(labels.values()))
