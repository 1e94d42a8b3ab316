"""The words for what a rulebook refers to by id: its own labels, in one language."""

from core.model.label import Label
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.fields import flat_fields
from core.rulebook.vocabulary import FactField


class Terms:
    """Says ids of one edition; an id without a word is said as it is."""

    def __init__(self, language: str, edition: Edition, kinds: LossKinds) -> None:
        self.language = language
        self._edition = edition
        self._fields = flat_fields(edition)
        self._losses = kinds.kinds

    def label(self, label: Label) -> str:
        """Say a label."""
        return label.in_language(self.language)

    def said(self, vocabulary: str, name: str) -> str | None:
        """Say an id of that vocabulary (`roles`, `facts` …); None where it has no word."""
        if vocabulary == "facts":
            return self._fact(name)
        if vocabulary == "losses":
            return self.label(self._losses[name]) if name in self._losses else None
        entries = getattr(self._edition, vocabulary, {})
        label = getattr(entries.get(name), "label", None)
        return self.label(label) if isinstance(label, Label) else None

    def choice(self, fact: str, value: str) -> str:
        """Say a value of a fact; the value itself where it is no declared choice."""
        field = self._fields.get(fact)
        choices = field.choices if isinstance(field, FactField) else {}
        return self.label(choices[value].label) if value in choices else value

    def setting_choice(self, setting: str, value: str) -> str:
        """Say a value of a setting; the value itself where it is no declared choice."""
        choices = self._edition.settings[setting].choices if setting in self._edition.settings else {}
        return self.label(choices[value].label) if value in choices else value

    def fact_type(self, fact: str) -> str:
        """The type of that fact; empty where nothing declares it."""
        return self._fields[fact].type if fact in self._fields else ""

    def _fact(self, name: str) -> str | None:
        record, _, part = name.partition(".")
        field = self._fields.get(name)
        if field is None:
            return None
        outer = self._fields.get(record) if part else None
        return f"{self.label(outer.label)}·{self.label(field.label)}" if outer else self.label(field.label)
