"""The names by which the tables of an edition speak of one another: found, followed, given anew."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from core.rulebook.chapter import Chapter
from core.rulebook.checks.references import REFERENCES, names_written
from core.rulebook.checks.walking import tables
from core.rulebook.conduct_rules import Reassignment
from core.rulebook.money_rules import Split
from core.rulebook.rate_tables import LEADING
from core.rulebook.vocabulary import Cause, Setting


class Name(NamedTuple):
    """A key of one table of the edition: `facts` and `vehicle`, `person` and `level`."""

    table: str
    key: str


Renaming = Mapping[Name, str]
Citing = Callable[[str], str]
Value = TypeVar("Value")

_KEYED: Final[Mapping[type[Chapter], Mapping[str, str]]] = {
    Reassignment: {"set": "person"},
    Cause: {"suggests": "person"},
    Setting: {"reading": "readings"},
}
"""Fields that name something besides those which must be declared."""

_CLAUSES: Final = ("clause", "covers")


def names_in(value: object) -> Iterator[Name]:
    """Yield every name that the tables inside `value` speak of."""
    for _, table in tables(value):
        for field, vocabulary in _fields_naming(table).items():
            for name in names_written(getattr(table, field)):
                yield _name(vocabulary, name)
        if isinstance(table, Setting):
            yield from _leading_into(table)


def _leading_into(table: Setting) -> Iterator[Name]:
    """Yield what leads into a table of percentages: facts, roles, faults."""
    for key, ids in table.by.items():
        if key in LEADING:
            yield from (Name(LEADING[key], one) for one in ids)
        else:
            yield Name("facts", key)


def renamed(value: Value, names: Renaming, clause: Citing | None) -> Value:
    """Return the same with other names, and with its clauses said another way; None leaves them out."""
    if isinstance(value, Chapter):
        return _renamed_table(value, names, clause)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: renamed(entry, names, clause) for key, entry in value.items()}  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(renamed(entry, names, clause) for entry in value)  # type: ignore[return-value]
    return value


def _renamed_table(table: Chapter, names: Renaming, clause: Citing | None) -> Chapter:
    naming = _fields_naming(table)
    changed: dict[str, object] = {}
    for field in type(table).model_fields:
        value = getattr(table, field)
        if field in naming:
            changed[field] = _spoken(value, naming[field], names)
        elif field in _CLAUSES or _is_of_a_clause(table, field):
            changed[field] = _cited(value, clause)
        else:
            changed[field] = renamed(value, names, clause)
    if isinstance(table, Setting) and table.by:
        changed |= _renamed_leads(table, names)
    return table.model_copy(update=changed)


def _renamed_leads(table: Setting, names: Renaming) -> dict[str, object]:
    """What leads into a table of percentages, and the table itself, by the other names."""
    levels = [LEADING.get(key, "") for key in table.by]
    keys = [key if level else _anew(key, "facts", names) for key, level in zip(table.by, levels, strict=True)]
    ids = [
        tuple(_anew(one, level, names) if level else one for one in ids)
        for ids, level in zip(table.by.values(), levels, strict=True)
    ]
    return {
        "by": dict(zip(keys, ids, strict=True)),
        "value": _renamed_cells(table.value, levels, names),
    }


def _renamed_cells(value: object, levels: list[str], names: Renaming) -> object:
    if not isinstance(value, dict) or not levels:
        return value
    level, *further = levels
    return {
        (_anew(key, level, names) if level else key): _renamed_cells(cell, further, names)
        for key, cell in value.items()
    }


def _fields_naming(table: Chapter) -> Mapping[str, str]:
    declared = {**REFERENCES.get(type(table), {}), **_KEYED.get(type(table), {})}
    if isinstance(table, Split):
        among = "faults" if table.over == "departments" else "roles"
        shares = {"shares": among} if isinstance(table.shares, dict) else {}
        return declared | {"among": among, "single": among} | shares
    return declared


def _is_of_a_clause(table: Chapter, field: str) -> bool:
    """Tell whether the field is a criterion's own number within its clause."""
    return field == "id" and hasattr(table, "clause")


def _name(vocabulary: str, written: str) -> Name:
    if vocabulary != "facts":
        return Name(vocabulary, written)
    record, _, part = written.partition(".")
    return Name("person", part) if record == "person" else Name("facts", record)


def _spoken(value: object, vocabulary: str, names: Renaming) -> object:
    if isinstance(value, dict):
        return {_anew(key, vocabulary, names): entry for key, entry in value.items()}
    if isinstance(value, tuple):
        return tuple(_anew(entry, vocabulary, names) for entry in value)
    return value if value is None else _anew(str(value), vocabulary, names)


def _anew(written: str, vocabulary: str, names: Renaming) -> str:
    name = _name(vocabulary, written)
    key = names.get(name, name.key)
    if vocabulary != "facts":
        return key
    record, dot, part = written.partition(".")
    return f"person.{key}" if record == "person" else f"{key}{dot}{part}"


def _cited(value: object, clause: Citing | None) -> object:
    if clause is None or value is None:
        return None
    return tuple(map(clause, value)) if isinstance(value, tuple) else clause(str(value))
