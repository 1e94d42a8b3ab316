"""In which unit a field of a chapter is kept: the file writes '40%', the model keeps millionths."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Final, get_args, get_origin

from core.rulebook.chapter import Chapter, Decimal, Points, Rate

_UNITS: Final = {
    get_args(kind)[1]: unit for kind, unit in ((Rate, "percent"), (Points, "points"), (Decimal, "decimal"))
}


@cache
def unit_of(table: type[Chapter], field: str) -> str | None:
    """Return `percent`, `points` or `decimal` where whole numbers of the field are millionths; else None."""
    info = table.model_fields[field]
    marks = (*info.metadata, *_marks(info.annotation))
    return next((_UNITS[mark] for mark in marks if mark in _UNITS), None)


def _marks(annotation: object) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)
