"""An edition as rows: every entry of every chapter with its path, whatever chapters there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.rulebook.chapter import Chapter
from core.rulebook.edition import Edition


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One entry of a chapter: `key` is its id, empty where the chapter is a list or a single table."""

    chapter: str
    key: str
    path: str
    value: object

    @property
    def clause(self) -> str:
        """The clause it obeys; empty for mere vocabulary."""
        return str(getattr(self.value, "clause", None) or "")


def inner_rows(table: object) -> dict[str, tuple[Chapter, ...]]:
    """Return the rows inside a table that obey clauses of their own and have no name: criteria of a grade."""
    if not isinstance(table, Chapter):
        return {}
    fields = {name: getattr(table, name) for name in type(table).model_fields}
    return {name: value for name, value in fields.items() if isinstance(value, tuple) and _are_rows(value)}


def _are_rows(value: tuple[object, ...]) -> bool:
    if not value or not isinstance(value[0], Chapter):
        return False
    fields = type(value[0]).model_fields
    return "clause" in fields and "label" not in fields


def is_head(name: str) -> bool:
    """Whether a field of an edition is part of its head (id, dates, title) and no chapter."""
    return name in {"id", "edition", "in_force_from", "zone", "title"}


def rows_of(edition: Edition) -> dict[str, tuple[EditionRow, ...]]:
    """Return the rows of every chapter that the edition fills, in the order of the format."""
    chapters = {
        name: tuple(_rows(name, getattr(edition, name))) for name in Edition.model_fields if not is_head(name)
    }
    return {name: rows for name, rows in chapters.items() if rows}


def _rows(chapter: str, value: object) -> Iterator[EditionRow]:
    if isinstance(value, dict):
        yield from (EditionRow(chapter, key, f"{chapter}.{key}", entry) for key, entry in value.items())
    elif isinstance(value, tuple):
        places = enumerate(value)
        yield from (EditionRow(chapter, "", f"{chapter}[{place}]", entry) for place, entry in places)
    elif isinstance(value, Chapter) and value.model_fields_set:
        yield EditionRow(chapter, "", chapter, value)
