"""Part of an edition: the tables of some chapters, with whatever else they speak of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.rulebook.chapter import Chapter
from core.rulebook.composition import CHAPTERS
from core.rulebook.duty_rules import Duty
from core.rulebook.edition import Edition
from core.rulebook.naming import Name, names_in

_NOT_ALONG = frozenset({"grades"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What is under a key, what stands in rows, and what an edition has once."""

    keyed: Mapping[Name, object]
    rows: Mapping[str, tuple[Chapter, ...]]
    single: Mapping[str, object]

    def tables(self) -> Iterator[object]:
        """Everything that was taken."""
        yield from self.keyed.values()
        for rows in self.rows.values():
            yield from rows
        yield from self.single.values()


def excerpt(edition: Edition, chapters: Iterable[str]) -> Excerpt:
    """Return those chapters; facts, posts, conditions and the like come along where they are spoken of."""
    taken = _taken(edition, chapters)
    keyed = dict(taken.keyed)
    _bring_along(keyed, [name for table in taken.tables() for name in names_in(table)], edition)
    _bring_along(keyed, _made_necessary(keyed, edition), edition)
    return Excerpt(keyed=_in_order(keyed, edition), rows=taken.rows, single=taken.single)


def _bring_along(keyed: dict[Name, object], spoken: list[Name], edition: Edition) -> None:
    while spoken:
        name = spoken.pop()
        item = _item(edition, name)
        if item is not None and name not in keyed:
            keyed[name] = item
            spoken.extend(names_in(item))


def _made_necessary(keyed: Mapping[Name, object], edition: Edition) -> list[Name]:
    """Facts that nothing reads, but that a fact which was taken calls for, such as its reason."""
    needed = {
        Name("facts", key): tuple(names_in(getattr(fact, "needed_when", ())))
        for key, fact in edition.facts.items()
    }
    return [name for name, callers in needed.items() if any(caller in keyed for caller in callers)]


def _taken(edition: Edition, chapters: Iterable[str]) -> Excerpt:
    keyed: dict[Name, object] = {}
    rows: dict[str, tuple[Chapter, ...]] = {}
    single: dict[str, object] = {}
    for chapter in chapters:
        for table in CHAPTERS[chapter]:
            value = getattr(edition, table)
            if isinstance(value, dict):
                keyed |= {Name(table, key): item for key, item in value.items() if _belongs(item, chapter)}
            elif isinstance(value, tuple):
                rows[table] = value
            else:
                single[table] = value
        keyed |= _besides(edition, chapter)
    return Excerpt(keyed=keyed, rows=rows, single=single)


def _belongs(item: object, chapter: str) -> bool:
    """Tell whether the item goes with its own chapter; gates go with the closing of a case."""
    return not (chapter == "duties" and isinstance(item, Duty) and item.is_gate)


def _besides(edition: Edition, chapter: str) -> dict[Name, object]:
    """Return what goes with the chapter from tables that are not its own: gates, posts that a clause sets up.

    Optional roles go with the liability, since people may be named in them though no rule asks for it.
    """
    if chapter == "closing":
        return {Name("duties", key): duty for key, duty in edition.duties.items() if duty.is_gate}
    if chapter == "scope":
        return {Name("offices", key): office for key, office in edition.offices.items() if office.clause}
    if chapter == "liability":
        return {Name("roles", key): role for key, role in edition.roles.items() if role.optional}
    return {}


def _item(edition: Edition, name: Name) -> object | None:
    if name.table in _NOT_ALONG or name.table not in type(edition).model_fields:
        return None
    item: object | None = getattr(edition, name.table).get(name.key)
    return item


def _in_order(keyed: Mapping[Name, object], edition: Edition) -> dict[Name, object]:
    """The items in the order of the file, so that questions are asked as its author meant."""
    every = (
        Name(table, key)
        for table in type(edition).model_fields
        if isinstance(getattr(edition, table), dict)
        for key in getattr(edition, table)
    )
    return {name: keyed[name] for name in every if name in keyed}
