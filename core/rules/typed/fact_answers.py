"""What was pressed or typed as an answer to a rulebook's question, in the words of `gongdao assess`."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import NotAllowed
from core.model.rate import WHOLE, percent
from core.rulebook.vocabulary import FactField, RecordFact
from core.rules.typed.amount_text import amount_in
from core.rules.typed.half_width import half_width
from core.rules.typed.number_text import count_in, decimal_in
from core.rules.typed.percent_text import percent_in
from core.rules.typed.several_answers import several_in
from core.rules.typed.short_names import name_meant

YES: Final = "yes"


def fact_value(field: FactField | RecordFact, answer: str, zone: ZoneInfo) -> object:
    """The value to keep; NotAllowed `answer_unfit` if the answer is not of the question's type.

    A time without an offset is one of the site's zone.
    """
    typed = half_width(answer).strip()
    value = _read(field, typed, answer, zone)
    if value is None:
        raise NotAllowed("answer_unfit", answer=answer, type=field.type)
    return value


def _read(field: FactField | RecordFact, typed: str, answer: str, zone: ZoneInfo) -> object | None:
    if field.type == "boolean":
        return {YES: True, "no": False}.get(typed)
    if field.type == "waiver":
        return answer
    if field.type == "count":
        return count_in(typed)
    if field.type == "decimal":
        return decimal_in(typed)
    return _read_other(field, typed, answer, zone)


def _read_other(field: FactField | RecordFact, typed: str, answer: str, zone: ZoneInfo) -> object | None:
    if field.type == "money":
        return str(amount_in(answer))
    if field.type == "percent":
        return _share(typed)
    if isinstance(field, FactField) and field.type in {"choice", "choices"}:
        return _chosen(field, typed)
    if field.type == "date":
        return _day(typed)
    if field.type == "time":
        return _instant(typed, zone)
    return answer if field.type == "text" else None


def _share(typed: str) -> str | None:
    """A percentage from 0 to 100."""
    figure = percent_in(typed)
    return figure if percent(figure) <= WHOLE else None


def _chosen(field: FactField, typed: str) -> object | None:
    if field.type == "choices":
        return several_in(field, typed)
    choice = name_meant(typed, field.choices)
    return choice if choice in field.choices else None


def _day(typed: str) -> str | None:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return None


def _instant(typed: str, zone: ZoneInfo) -> str | None:
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=zone)).isoformat()
