"""What an absent fact is taken for must be a value of its type."""

from collections.abc import Iterator
from typing import Final

from core.model.fault import Fault
from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition
from core.rulebook.readers import reader_of
from core.rulebook.scalars import NotAllowed
from core.rulebook.vocabulary import FactField

_TAKEN_AS_WRITTEN: Final = frozenset({"boolean", "count", "choice", "text", "waiver"})
"""Types whose values stand in a file as they stand in a case; amounts and times do not."""


def defaults_that_are_none(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every `default` that is no value of its fact, or that contradicts `if_absent`."""
    for path, field in tables(edition):
        if isinstance(field, FactField) and field.default is not None:
            yield from _of(f"{path}.default", field, field.default)


def _of(path: str, field: FactField, default: object) -> Iterator[Fault]:
    if field.type not in _TAKEN_AS_WRITTEN:
        allowed = f"allowed is one for a fact of type {', '.join(sorted(_TAKEN_AS_WRITTEN))}"
        yield Fault(path, f"stands beside the type {field.type};", allowed, field.clause)
        return
    if field.if_absent is not None:
        found = f"stands beside if_absent = {field.if_absent!r};"
        yield Fault(path, found, "allowed is one of the two", field.clause)
    try:
        reader_of(field)(default)
    except NotAllowed as refused:
        yield Fault(path, f"found is {default!r};", str(refused), field.clause)
