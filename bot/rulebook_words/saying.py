"""Says any table of a rulebook in words: by a sentence of its kind, and whatever that leaves out, field by field."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.render.filters import money
from bot.rulebook_words.telling import Telling, kind_of
from bot.rulebook_words.terms import Terms
from bot.rulebook_words.vocabulary import Vocabulary, vocabulary
from core.model.label import Label
from core.model.money import Money
from core.model.rate import millionths_text, percent_text
from core.rulebook.chapter import Chapter
from core.rulebook.checks.references import REFERENCES
from core.rulebook.conditions import (
    AllTest,
    AnyTest,
    Bounds,
    FactTest,
    HoldsTest,
    LossTest,
    SettingTest,
)
from core.rulebook.duty_rules import FormField
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.money_rules import FactorAdjustment, Split
from core.rulebook.units import unit_of
from core.rulebook.vocabulary import Setting

BOUNDS: Final = frozenset(Bounds.model_fields)


class Sayer:
    """Speaks one language about one edition."""

    def __init__(self, language: str, edition: Edition, kinds: LossKinds) -> None:
        self.terms = Terms(language, edition, kinds)
        self.words: Vocabulary = vocabulary(language)
        self._edition = edition

    def said(self, table: Chapter) -> str:
        """Say a table: its sentence, then every field that the sentence did not speak of."""
        telling = Telling(table, self)
        name = kind_of(table)
        sentence = ""
        if self.words.has_sentence(name):
            sentence = self.words.sentence(name, {"row": telling, "raw": telling.raw}).strip()
        elif "label" in type(table).model_fields:
            sentence = str(telling.label)
        rest = [self.named(table, field) for field in telling.untold()]
        return self._joined("between_fields", [part for part in (sentence, *rest) if part])

    def named(self, table: Chapter, field: str) -> str:
        """Say a field with its name."""
        said = self.field(table, field)
        return self.words.text("field", name=self.words.field(field.rstrip("_")), value=said) if said else ""

    def field(self, table: Chapter, field: str) -> str:
        """Say the value of a field; empty where it says nothing."""
        value = getattr(table, field)
        if value is None or value is False or value in ((), {}):
            return ""
        return self._value(table, field, value)

    def _value(self, table: Chapter, field: str, value: object) -> str:
        if isinstance(value, bool):
            return self.words.text("yes" if value else "no")
        if isinstance(value, int):
            return self._number(table, field, value)
        if isinstance(value, str):
            return self._word(table, field, value)
        if isinstance(value, dict):
            return self._entries(table, field, value)
        if isinstance(value, tuple):
            return self._several(table, field, value)
        return self.simple(value)

    def simple(self, value: object) -> str:
        """Say what needs no surroundings: money, a label, a date, a table."""
        if isinstance(value, Money):
            return self.words.text("money", amount=money(value))
        if isinstance(value, Label):
            return self.terms.label(value)
        if isinstance(value, date):
            return value.isoformat()
        return self.said(value) if isinstance(value, Chapter) else str(value)

    def condition(self, name: str) -> str:
        """Say a named condition by what it tests."""
        tests = self._edition.conditions.get(name, ())
        return self.joined_tests("all", tests) if tests else name

    def joined_tests(self, how: str, tests: tuple[object, ...]) -> str:
        """Say several tests of which all, or any, must hold."""
        said = [self.simple(test) for test in tests]
        if len(said) == 1:
            return said[0]
        return self._joined(f"between_{how}", [self._grouped(*one) for one in zip(tests, said, strict=True)])

    def _grouped(self, test: object, text: str) -> str:
        joints = (self.words.text("between_all"), self.words.text("between_any"))
        is_group = isinstance(test, (AllTest, AnyTest, HoldsTest)) and any(joint in text for joint in joints)
        return self.words.text("group", text=text) if is_group else text

    def _number(self, table: Chapter, field: str, value: int) -> str:
        unit = unit_of(type(table), field)
        if unit == "percent":
            return f"{percent_text(value)}%"
        if unit == "points":
            sign = "+" if value > 0 else "−" if value < 0 else ""
            return self.words.text("points", number=f"{sign}{percent_text(abs(value))}")
        return millionths_text(value) if unit == "decimal" else str(value)

    def _word(self, table: Chapter, field: str, value: str) -> str:
        if isinstance(table, FactTest) and field in {"is_", "has", "in_"}:
            return self.terms.choice(table.fact, value)
        if isinstance(table, SettingTest) and field == "in_":
            return self.terms.setting_choice(table.setting, value)
        if isinstance(table, Setting) and field == "value":
            return self._setting(table, value)
        if field in BOUNDS and self._is_money(table):
            return self.words.text("money", amount=money(value))
        known = self._vocabulary(table, field)
        if known == "conditions":
            return self.condition(value)
        said = self.terms.said(known, value) if known else None
        return said or self.words.value(field.rstrip("_"), value)

    @staticmethod
    def _vocabulary(table: Chapter, field: str) -> str | None:
        if isinstance(table, Split) and field in {"among", "single"}:
            return "faults" if table.over == "departments" else "roles"
        return REFERENCES.get(type(table), {}).get(field)

    def _setting(self, setting: Setting, value: str) -> str:
        if setting.type == "money":
            return self.words.text("money", amount=money(value))
        if setting.type == "percent":
            return f"{value}%"
        return self.terms.label(setting.choices[value].label) if value in setting.choices else value

    def _is_money(self, table: Chapter) -> bool:
        is_fact = isinstance(table, FactTest) and self.terms.fact_type(table.fact) == "money"
        return is_fact or isinstance(table, LossTest)

    def _several(self, table: Chapter, field: str, values: tuple[object, ...]) -> str:
        if isinstance(values[0], Chapter) and "clause" not in type(values[0]).model_fields:
            how = "any" if field in {"any", "clocks"} else "all"
            return self.joined_tests(how, values)
        return self._joined("between_names", [self._value(table, field, value) for value in values])

    def _entries(self, table: Chapter, field: str, entries: Mapping[str, object]) -> str:
        said = [self._of_entries(table, field, key, entries) for key in entries]
        return self._joined("between_names", said)

    def _of_entries(self, table: Chapter, field: str, key: str, entries: Mapping[str, object]) -> str:
        entry = entries[key]
        if isinstance(entry, FormField):
            return self._form_field(entry, entries)
        if isinstance(entry, (Chapter, Label)):
            return self.simple(entry)
        return f"{self._key(table, field, key)} {self._entry(table, field, key, entry)}"

    def _form_field(self, field: FormField, fields: Mapping[str, object]) -> str:
        """A field of a form, with the other fields that it is computed from or must equal."""
        if field.type == "ratio":
            of, over = (self._neighbour(name, fields) for name in (field.of, field.over))
            return self.words.text("ratio", label=self.terms.label(field.label), of=of, over=over)
        said = self.said(field)
        if field.equals is None:
            return said
        return self.words.text("equals", field=said, other=self._neighbour(field.equals, fields))

    def _neighbour(self, name: str | None, fields: Mapping[str, object]) -> str:
        field = fields.get(name or "")
        return self.terms.label(field.label) if isinstance(field, FormField) else str(name)

    def _entry(self, table: Chapter, field: str, key: str, entry: object) -> str:
        if isinstance(table, Setting):
            return f"{entry}%"
        if isinstance(entry, str):
            return self.terms.choice(f"person.{key}", entry)
        return self._value(table, field, entry)

    def _key(self, table: Chapter, field: str, key: str) -> str:
        if isinstance(table, FactorAdjustment):
            return self.terms.choice(table.by, key)
        known = ("faults", "roles") if field == "shares" else ("facts",)
        said = (self.terms.said(one, name) for one in known for name in (key, f"person.{key}"))
        return next((word for word in said if word), key)

    def _joined(self, between: str, parts: list[str]) -> str:
        return self.words.text(between).join(parts)
