"""The answer to one of a rulebook's own intake fields, as typed or pressed, in the words it is kept in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from core.model.label import Label
from core.rulebook.duty_rules import FormField
from core.rules.date_text import date_in
from core.rules.duty_answers import form_value
from core.rules.half_width import half_width

_IN_WORDS: Final = frozenset(("text", "person"))
_BOOLEANS: Final[Mapping[object, str]] = {True: "yes", False: "no"}


def intake_answer(field: FormField, text: str, now: datetime, zone: ZoneInfo) -> str:
    """Days as 2025-03-03, amounts as 800.00, `yes` or `no`, the id of a choice; words as they were typed.

    NotAllowed where the text is no such answer; a day to come is none.
    """
    if field.type in _IN_WORDS:
        return text
    if field.type == "choice":
        return chosen_in({key: choice.label for key, choice in field.choices.items()}, text)
    if field.type == "date":
        return date_in(text, now.astimezone(zone).date()).isoformat()
    value = form_value(field, text, now, zone)
    return _BOOLEANS[value] if isinstance(value, bool) else str(value)


def chosen_in(labels: Mapping[str, Label], text: str) -> str:
    """The id of the choice that is meant, by its id or its words; NotAllowed `choice_unknown` naming all choices."""
    typed = half_width(text).strip().lower()
    for key, label in labels.items():
        if typed in (key, half_width(label.zh_hans), label.en.lower()):
            return key
    raise NotAllowed("choice_unknown", answer=text, labels=tuple(labels.values()))
