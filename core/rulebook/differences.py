"""Two editions side by side: which rows came, went and changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final, Literal

from core.rulebook.chapter import Chapter
from core.rulebook.edition import Edition
from core.rulebook.rows import EditionRow, inner_rows, is_head, rows_of

HEAD: Final = "head"
"""The chapter of what stands before all chapters: id, edition, date, title."""

Kind = Literal["added", "removed", "changed", "reordered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One row that differs; `fields` changed in it, `inner` are the differences of the rows inside it.

    `reordered` has no rows: the chapter's rows stand in another order.
    """

    kind: Kind
    chapter: str
    old: EditionRow | None = None
    new: EditionRow | None = None
    fields: tuple[str, ...] = ()
    inner: tuple["Difference", ...] = ()


def differences(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """Return every difference, chapter by chapter in the order of the format; none for equal editions."""
    before, after = rows_of(old), rows_of(new)
    found = list(_of_rows(_head(old), _head(new)))
    for name in Edition.model_fields:
        found.extend(_of_rows(before.get(name, ()), after.get(name, ())))
    return tuple(found)


def _head(edition: Edition) -> tuple[EditionRow, ...]:
    names = (name for name in Edition.model_fields if is_head(name))
    rows = (EditionRow(HEAD, name, name, getattr(edition, name)) for name in names)
    return tuple(row for row in rows if row.value is not None)


def _of_rows(old: Sequence[EditionRow], new: Sequence[EditionRow]) -> Iterator[Difference]:
    pairs = _paired(old, new)
    for before in old:
        after = pairs.get(before.path)
        if after is None:
            yield Difference(kind="removed", chapter=before.chapter, old=before)
        elif before.value != after.value:
            yield _changed(before, after)
    yield from _added(new, pairs)
    places = [new.index(pairs[row.path]) for row in old if row.path in pairs and not row.key]
    if any(left > right for left, right in pairwise(places)):
        yield Difference(kind="reordered", chapter=old[0].chapter)


def _added(new: Sequence[EditionRow], pairs: Mapping[str, EditionRow]) -> Iterator[Difference]:
    taken = {row.path for row in pairs.values()}
    for row in new:
        if row.path not in taken:
            yield Difference(kind="added", chapter=row.chapter, new=row)


def _changed(old: EditionRow, new: EditionRow) -> Difference:
    inside, then = inner_rows(old.value), inner_rows(new.value)
    inner = [
        difference
        for field in dict.fromkeys((*inside, *then))
        for difference in _of_rows(_inner(old, field), _inner(new, field))
    ]
    fields = tuple(field for field in _changed_fields(old.value, new.value) if field not in inside | then)
    return Difference(
        kind="changed", chapter=old.chapter, old=old, new=new, fields=fields, inner=tuple(inner)
    )


def _inner(row: EditionRow, field: str) -> tuple[EditionRow, ...]:
    tables = getattr(row.value, field)
    return tuple(EditionRow(row.chapter, "", f"{row.path}.{field}[{i}]", one) for i, one in enumerate(tables))


def _changed_fields(old: object, new: object) -> tuple[str, ...]:
    if not isinstance(old, Chapter) or type(old) is not type(new):
        return ()
    return tuple(name for name in type(old).model_fields if getattr(old, name) != getattr(new, name))


def _paired(old: Sequence[EditionRow], new: Sequence[EditionRow]) -> dict[str, EditionRow]:
    """The new row by the old one's path: by their key, and in lists first the equal ones, then the likest."""
    by_key = {row.key: row for row in new if row.key}
    pairs = {row.path: by_key[row.key] for row in old if row.key in by_key}
    for is_pair in (_are_equal, _are_alike):
        for before in old:
            taken = {row.path for row in pairs.values()}
            free = [row for row in new if row.path not in taken and is_pair(before, row)]
            if before.path not in pairs and free:
                pairs[before.path] = max(free, key=partial(_likeness, before))
    return pairs


def _are_equal(old: EditionRow, new: EditionRow) -> bool:
    return not old.key and old.value == new.value


def _are_alike(old: EditionRow, new: EditionRow) -> bool:
    """Single tables, and tables of which at least half of the fields say the same."""
    if old.key or type(old.value) is not type(new.value) or not isinstance(old.value, Chapter):
        return False
    return old.path == old.chapter or 2 * _likeness(old, new) >= len(_written(old, new))


def _likeness(old: EditionRow, new: EditionRow) -> int:
    return sum(
        getattr(old.value, name, None) == getattr(new.value, name, None) for name in _written(old, new)
    )


def _written(old: EditionRow, new: EditionRow) -> set[str]:
    tables = (row.value for row in (old, new) if isinstance(row.value, Chapter))
    return {name for table in tables for name in table.model_fields_set}
