"""The answers to a rulebook's questions, as screens show them."""

from typing import Final

from core.rulebook.vocabulary import FactField

NOTHING_PICKED: Final = "@none"
"""Key of the word for an answer that none of the choices holds."""


def answer_said(field: FactField, value: object, language: str) -> str:
    """The answer in the rulebook's words where it has any, else a key of the labels `answer` or the value itself."""
    if isinstance(value, list | tuple):
        words = [_word(field, one, language) for one in value]
        return (", " if language == "en" else "、").join(words) or NOTHING_PICKED
    return f"{value}%" if field.type == "percent" else _word(field, value, language)


def _word(field: FactField, value: object, language: str) -> str:
    choice = field.choices.get(str(value))
    return choice.label.in_language(language) if choice else str(value)
