"""Chapters of several regulations become one edition, every clause marked with where it comes from."""

from collections.abc import Mapping
from typing import Any

from core.model.fault import BadRulebook, Fault
from core.model.label import Label
from core.rulebook.checks.walking import tables
from core.rulebook.composing_faults import faults_in_composition
from core.rulebook.composition import Composition
from core.rulebook.edition import Edition
from core.rulebook.excerpt import Excerpt, excerpt
from core.rulebook.naming import Name, renamed
from core.rulebook.process_rules import Office
from core.rulebook.readers import setting_reader
from core.rulebook.scalars import NotAllowed
from core.rulebook.vocabulary import Setting


def compose(composition: Composition, sources: Mapping[str, Edition]) -> Edition:
    """Return the edition that the chapters make together; `sources` are the editions of one day, by id.

    The same key with another meaning is kept apart: the later one takes its rulebook's name behind it.
    Raises BadRulebook with every fault: an unknown chapter or rulebook, grades that are not there, bad settings.
    """
    faults = faults_in_composition(composition, sources)
    if faults:
        raise BadRulebook(faults)
    gathered = _Gathered()
    for source in composition.sources():
        gathered.add(source, excerpt(sources[source], composition.chapters_of(source)))
    # the parts were read and checked with their own files, so they are put in place as they are
    edition = Edition.model_validate(_head(composition, sources)).model_copy(update=gathered.chapters())
    edition = edition.model_copy(update={"settings": _filled(edition, composition)})
    return edition.model_copy(update={"clauses": _clauses(edition)})


def titles_of(composition: Composition, sources: Mapping[str, Edition]) -> dict[str, Label]:
    """Return the titles of the regulations that the chapters are taken from, by id."""
    return {source: sources[source].title for source in composition.sources()}


class _Gathered:
    """The tables taken so far."""

    def __init__(self) -> None:
        self._keyed: dict[str, dict[str, object]] = {}
        self._others: dict[str, object] = {}

    def add(self, source: str, part: Excerpt) -> None:
        """Take these too, under names of their own where a name has another meaning already."""
        names = self._apart(source, part)

        def cited(clause: str) -> str:
            return f"{source} {clause}"

        for name, item in part.keyed.items():
            key = names.get(name, name.key)
            self._keyed.setdefault(name.table, {}).setdefault(key, renamed(item, names, cited))
        for table, value in (*part.rows.items(), *part.single.items()):
            self._others[table] = renamed(value, names, cited)

    def chapters(self) -> dict[str, Any]:
        """The tables by name."""
        return {**self._keyed, **self._others}

    def _apart(self, source: str, part: Excerpt) -> dict[Name, str]:
        """Names that must change; what speaks of a changed name has another meaning too, hence the rounds."""
        names: dict[Name, str] = {}
        while clashing := self._clashing(part, names):
            names |= {name: f"{name.key}_of_{source.replace('-', '_')}" for name in clashing}
        return names

    def _clashing(self, part: Excerpt, names: Mapping[Name, str]) -> list[Name]:
        return [
            name
            for name, item in part.keyed.items()
            if name not in names
            and name.key in (there := self._keyed.get(name.table, {}))
            and _meaning(there[name.key], {}) != _meaning(item, names)
        ]


def _meaning(item: object, names: Mapping[Name, str]) -> object:
    """What is left when the clauses, and what an office does under them, are put aside."""
    plain = renamed(item, names, None)
    return plain.model_copy(update={"does": None}) if isinstance(plain, Office) else plain


def _head(composition: Composition, sources: Mapping[str, Edition]) -> dict[str, Any]:
    taken = [sources[source] for source in composition.sources()]
    starts = [*(one.in_force_from for one in taken), composition.in_force_from]
    return {
        "id": composition.id,
        "edition": composition.edition,
        "title": composition.title,
        "zone": taken[0].zone,
        "in_force_from": max((start for start in starts if start), default=None),
    }


def _clauses(edition: Edition) -> tuple[str, ...]:
    every = [table for _, table in tables(edition)]
    of_rules = [clause for table in every if isinstance(clause := getattr(table, "clause", None), str)]
    covered = [clause for table in every for clause in getattr(table, "covers", ())]
    return tuple(dict.fromkeys((*of_rules, *covered)))


def _filled(edition: Edition, composition: Composition) -> dict[str, Setting]:
    faults = tuple(
        fault
        for name, value in composition.settings.items()
        if (fault := _fault_of(edition, composition, name, value))
    )
    if faults:
        raise BadRulebook(faults)
    return {
        name: setting.model_copy(update={"value": composition.settings.get(name, setting.value)})
        for name, setting in edition.settings.items()
    }


def _fault_of(edition: Edition, composition: Composition, name: str, value: object) -> Fault | None:
    path = f"compositions.{composition.id}.settings.{name}"
    setting = edition.settings.get(name)
    if setting is None:
        allowed = f"its chapters read {', '.join(edition.settings) or 'none'}"
        return Fault(path, "no chapter reads this setting;", allowed)
    try:
        setting_reader(setting)(value)
    except NotAllowed as refused:
        return Fault(path, f"found is {value!r};", str(refused), setting.clause)
    return None
