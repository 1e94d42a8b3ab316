"""Which keys a table of the format may have: for the fault of an unknown one."""

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from core.rulebook.chapter import Chapter
from core.rulebook.conditions import SUBJECTS
from core.rulebook.edition import Edition
from core.rulebook.toml_lines import Keys


def known_keys(location: Keys) -> tuple[str, ...]:
    """Return the keys allowed where pydantic found a fault, in order; the last part of the location is the key."""
    kinds: set[type[Chapter]] = {Edition}
    for part in location[:-1]:
        tagged = {kind for kind in kinds if len(kinds) > 1 and _is_tagged(kind, part)}
        kinds = tagged or _inside(kinds, part) or kinds
    return tuple(sorted({field.alias or name for kind in kinds for name, field in kind.model_fields.items()}))


def _inside(kinds: set[type[Chapter]], part: str | int) -> set[type[Chapter]]:
    return {
        inner
        for kind in kinds
        for name, field in kind.model_fields.items()
        if part in {name, field.alias}
        for inner in _chapters(field.annotation)
    }


def _chapters(annotation: object) -> Iterator[type[Chapter]]:
    if isinstance(annotation, type) and issubclass(annotation, Chapter):
        yield annotation
    for inner in get_args(annotation):
        yield from _chapters(inner)


def _is_tagged(kind: type[Chapter], tag: str | int) -> bool:
    if tag in SUBJECTS:
        return any(tag in {name, field.alias} for name, field in kind.model_fields.items())
    named = (kind.model_fields[name].annotation for name in ("kind", "type") if name in kind.model_fields)
    return any(get_origin(one) is Literal and tag in get_args(one) for one in named)
