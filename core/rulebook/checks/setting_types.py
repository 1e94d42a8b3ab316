"""Settings that rules take a figure or a choice from must be of a type that carries it."""

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from core.model.fault import Fault
from core.rulebook.chapter import Chapter
from core.rulebook.checks.walking import tables
from core.rulebook.conditions import SettingTest
from core.rulebook.duty_rules import Duty, Rhythm
from core.rulebook.edition import Edition
from core.rulebook.figures import FromSetting
from core.rulebook.grading import Grading
from core.rulebook.money_rules import FixedCharge, RateCharge, Split
from core.rulebook.pricing_rules import Pricing
from core.rulebook.process_rules import Retention
from core.rulebook.rate_tables import FAULT, ROLE
from core.rulebook.vocabulary import Setting

_TYPES: Final[Mapping[type[Chapter], Mapping[str, tuple[str, ...]]]] = {
    RateCharge: {"rate": ("percent", "table")},
    FixedCharge: {"amount": ("money",)},
    Pricing: {"price": ("money",)},
    Split: {"shares": ("table",)},
    Retention: {"years": ("count",)},
    Duty: {"rhythm": ("choice",)},
    Grading: {"tie": ("choice",)},
    SettingTest: {"setting": ("choice",)},
}
"""The types of setting that may stand in each field; lengths of clocks are checked with the clocks."""

_CHOICES: Final[Mapping[type[Chapter], tuple[str, ...]]] = {
    Duty: get_args(Rhythm),
    Grading: ("lower", "higher"),
}
"""The choices that a rule understands."""


def settings_of_another_type(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every setting that cannot carry what its rule takes it for."""
    for path, table in tables(edition):
        for field, wanted in _TYPES.get(type(table), {}).items():
            named = getattr(table, field)
            name = named.setting if isinstance(named, FromSetting) else named
            setting = edition.settings.get(name) if isinstance(name, str) else None
            if setting is not None:
                yield from _of_type(f"{path}.{field}", name, setting, wanted)
                yield from _choices(name, setting, _CHOICES.get(type(table), ()))
                yield from _leads(f"{path}.{field}", name, setting, table)


def _of_type(path: str, name: str, setting: Setting, wanted: tuple[str, ...]) -> Iterator[Fault]:
    if setting.type not in wanted:
        allowed = f"allowed are settings of type {' or '.join(wanted)}"
        yield Fault(path, f"the setting {name!r} is of type {setting.type};", allowed)


def _choices(name: str, setting: Setting, understood: tuple[str, ...]) -> Iterator[Fault]:
    for choice in setting.choices if understood else ():
        if choice not in understood:
            allowed = f"its rule understands {', '.join(understood)}"
            yield Fault(f"settings.{name}.choices.{choice}", "means nothing;", allowed, setting.clause)


def _leads(path: str, name: str, setting: Setting, table: Chapter) -> Iterator[Fault]:
    """A table of shares has one for each of those who share."""
    if not isinstance(table, Split) or setting.type != "table":
        return
    key = FAULT if table.over == "departments" else ROLE
    lacking = [one for one in table.among if one not in setting.by.get(key, ())]
    if lacking:
        found = f"the setting {name!r} leads to no share of {', '.join(lacking)};"
        yield Fault(path, found, f"allowed is a table with each of them in by.{key}", table.clause)
