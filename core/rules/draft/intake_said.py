"""The answers to a rulebook's own intake fields, as screens show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.model.label import Label
from core.rulebook.process_rules import Channel
from core.rulebook.vocabulary import Choice
from core.rules.draft.intake_asked import CHANNEL, IntakeAsked


@dataclass(frozen=True, slots=True)
class AnswerSaid:
    """One answer: the rulebook's word for the field, its type, and the value or the word for it."""

    label: Label
    type: str
    value: str
    choice: Label | None = None


def answer_said(field: str, given: Mapping[str, str], asked: IntakeAsked) -> AnswerSaid | None:
    """The answer to one of the rulebook's own fields; None while there is none."""
    value = given.get(field)
    if not value:
        return None
    form = asked.own()[field]
    return AnswerSaid(form.label, form.type, value, _choice(form.choices, value))


def answers_said(given: Mapping[str, str], asked: IntakeAsked) -> tuple[AnswerSaid, ...]:
    """Every answer that was given, in the rulebook's order."""
    said = (answer_said(field, given, asked) for field in asked.own())
    return tuple(one for one in said if one)


def channel_said(given: Mapping[str, str], asked: IntakeAsked) -> Label | None:
    """The rulebook's word for the channel; None where the complaint came by chat."""
    return _choice(asked.channels, given.get(CHANNEL, ""))


def _choice(choices: Mapping[str, Choice] | Mapping[str, Channel], key: str) -> Label | None:
    chosen = choices.get(key)
    return chosen.label if chosen else None
