"""Walking through an edition: every table with its path, so that checks need not know the chapters."""

from collections.abc import Iterable, Iterator
from functools import cache

from core.rulebook.chapter import Chapter

_INNER = (Chapter, dict, tuple)
"""What may hold tables."""


def tables(value: object, path: str = "") -> Iterator[tuple[str, Chapter]]:
    """Yield every table inside `value` with its path, the outer before the inner."""
    if isinstance(value, Chapter):
        yield path, value
    for key, inner in _inside(value):
        if inner and isinstance(inner, _INNER):
            yield from tables(inner, _joined(path, key))


def _inside(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, Chapter):
        return [(key, getattr(value, name)) for name, key in _fields(type(value))]
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()


@cache
def _fields(table: type[Chapter]) -> tuple[tuple[str, str], ...]:
    """The fields of such a table, each with its key in the file."""
    return tuple((name, field.alias or name) for name, field in table.model_fields.items())


def _joined(path: str, key: str | int) -> str:
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if path else key
