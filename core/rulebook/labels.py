"""The words of everything an answer names by id."""

from collections.abc import Mapping
from typing import Protocol

from core.model.label import Label
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.vocabulary import FactField


class HasLabel(Protocol):
    """Anything with a word in the languages of the interface."""

    @property
    def label(self) -> Label:
        """The word."""
        ...


def labels(rulebook: CompiledRulebook) -> dict[str, Label]:
    """Return the words of everything an answer names by id, under keys such as `role.x` and `grade.x`."""
    edition = rulebook.edition
    chapters: dict[str, Mapping[str, HasLabel]] = {
        "role": edition.roles,
        "grade": edition.grades,
        "office": edition.offices,
        "account": edition.accounts,
        "measure": edition.measures,
        "event": edition.events,
        "cause": edition.causes,
        "fault": edition.faults,
        "setting": edition.settings,
        "fact": rulebook.fields,
    }
    words = {f"{kind}.{name}": row.label for kind, rows in chapters.items() for name, row in rows.items()}
    words.update({f"reading.{name}": label for name, label in edition.readings.items()})
    words.update({f"liable.{row.clause}": row.result for row in edition.splits if row.result is not None})
    for field in rulebook.fields.values():
        if isinstance(field, FactField):
            words.update({f"choice.{name}": choice.label for name, choice in field.choices.items()})
    words.update({f"loss.{name}": label for name, label in rulebook.loss_labels.items()})
    return words
