"""How each declared value of a request is read: one reader a fact, field or setting, made once."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from core.model.money import Money
from core.model.request import FactValue, SettingValue
from core.rulebook.rate_tables import read_table
from core.rulebook.scalars import READERS, NotAllowed, read_count, read_fen, read_share
from core.rulebook.vocabulary import FactField, Setting

Reader = Callable[[object], FactValue]
_NUMBERS: Final[Mapping[str, Callable[[object], int]]] = {
    "money": read_fen,
    "percent": read_share,
    "count": read_count,
}


def one_of(allowed: Iterable[str]) -> Callable[[object], str]:
    """Return a reader of one of these ids."""
    known = frozenset(allowed)
    listed = f"allowed are {', '.join(sorted(known))}"

    def read(value: object) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise NotAllowed(listed)

    return read


def reader_of(field: FactField) -> Reader:
    """Return the reader of a fact or field."""
    if field.type == "choice":
        return one_of(field.choices)
    if field.type == "choices":
        return partial(_several, one_of(field.choices))
    return READERS[field.type]


def readers_of(fields: Mapping[str, FactField]) -> dict[str, Reader]:
    """Return the readers of several fields by name."""
    return {name: reader_of(field) for name, field in fields.items()}


def setting_reader(setting: Setting) -> Callable[[object], SettingValue]:
    """Return the reader of a setting; money is fen, a percentage millionths."""
    if setting.type == "choice":
        return one_of(setting.choices)
    if setting.type == "table":
        return partial(read_table, tuple(setting.by.values()))
    read = _NUMBERS[setting.type]
    return read if setting.at_least is None else partial(_at_least, read, setting.at_least, setting.clause)


def _several(read: Callable[[object], str], value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise NotAllowed("allowed is a list of ids")
    return tuple(read(entry) for entry in value)


def _at_least(read: Callable[[object], int], least: Money, clause: str, value: object) -> int:
    number = read(value)
    if number < least.fen:
        raise NotAllowed(f"allowed is {least} or more (clause {clause})")
    return number
