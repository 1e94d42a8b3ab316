"""The rulebooks a company can put in force: those that ship, its own files, and what it composes of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from bot.rulebooks import editions, loss_kinds, ready, wage_guard
from bot.rulebooks import ids as shipped_ids
from bot.rulebooks import rulebook as shipped
from core.model.fault import BadRulebook, Fault
from core.model.label import Label
from core.model.rulebook_page import RulebookPage
from core.rulebook.checked_text import checked
from core.rulebook.checks.problems import problems_in
from core.rulebook.compiled import CompiledRulebook, Guard
from core.rulebook.compiling import guard_of
from core.rulebook.composing import compose, titles_of
from core.rulebook.composition import Composition
from core.rulebook.edition import Edition
from core.rulebook.in_force import edition_in_force

Editions = tuple[CompiledRulebook, ...]


class CompanyRulebooks:
    """Editions by id and day; each is compiled once."""

    def __init__(
        self,
        own: Mapping[str, Editions] | None = None,
        compositions: Mapping[str, Composition] | None = None,
        approved: Mapping[str, Editions] | None = None,
    ) -> None:
        self._own = own or {}
        self._approved = dict(approved or {})
        self._compositions = compositions or {}
        self._composed: dict[tuple[str, ...], CompiledRulebook] = {}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every rulebook that may be put in force."""
        return (*self._compositions, *self._whole)

    @cached_property
    def _whole(self) -> tuple[str, ...]:
        return (*self._own, *shipped_ids())

    @cached_property
    def titles(self) -> dict[str, Label]:
        """The titles of the rulebooks that compositions take chapters from, by id."""
        sources = (source for composition in self._compositions.values() for source in composition.sources())
        return {source: self._edition(source, date.max).edition.title for source in sources}

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        """The edition of that rulebook for facts of that day; the earliest one if the day is before all."""
        composition = self._compositions.get(rulebook)
        return self._put_together(composition, day) if composition else self._edition(rulebook, day)

    def editions(self, rulebook: str) -> Editions:
        """Every edition of that rulebook, the earliest first; a composition has one from each day a part changes."""
        composition = self._compositions.get(rulebook)
        if composition is None:
            found = self._editions(rulebook)
        else:
            found = tuple(self._put_together(composition, day) for day in self._days(composition))
        once = {one.sha256: one for one in found}
        return tuple(sorted(once.values(), key=lambda one: one.edition.in_force_from or date.min))

    def compiled(self, text: str) -> CompiledRulebook:
        """The edition in a text that has passed its checks; BadRulebook for one that no longer does."""
        read = checked(text, loss_kinds())
        if read.edition is None:
            raise BadRulebook(tuple(placed.fault for placed in read.faults))
        return ready(read.edition, sha256(text.encode()).hexdigest())

    def learn(self, book: CompiledRulebook) -> None:
        """Let an edition that was approved hold from its day on, in every place that asks for it."""
        known = self._approved.get(book.id, ())
        if book.sha256 not in {one.sha256 for one in known}:
            self._approved[book.id] = (*known, book)

    def joined_by(self, book: CompiledRulebook) -> "CompanyRulebooks":
        """What there would be with that edition."""
        joined = CompanyRulebooks(self._own, self._compositions, self._approved)
        joined.learn(book)
        return joined

    def carrying(self, rulebook: str) -> tuple[str, ...]:
        """The rulebook itself, and the compositions that take chapters from it."""
        composed = (one.id for one in self._compositions.values() if rulebook in one.sources())
        return (rulebook, *composed)

    def is_composed(self, rulebook: str) -> bool:
        """Whether the company puts that rulebook together from others."""
        return rulebook in self._compositions

    def page(self, book: CompiledRulebook, language: str) -> RulebookPage:
        """The edition as a person reads it."""
        # Only here: what writes pages is asked for once in a long while, and takes a while to load.
        from bot.rulebook_words.reading import readable  # noqa: PLC0415 - see above

        return readable(book, language)

    def guard(self) -> Guard:
        """The statutory guard of wages, the same for every rulebook."""
        return guard_of(wage_guard())

    def faults(self) -> Iterator[Fault]:
        """Every fault of the company's compositions, on each day from which one of their parts is another edition."""
        for composition in self._compositions.values():
            if composition.id in self._whole:
                found = "is the id of a rulebook already;"
                yield Fault(f"compositions.{composition.id}", found, "allowed is an id of its own")
            yield from dict.fromkeys(self._faults_of(composition))

    def _edition(self, rulebook: str, day: date) -> CompiledRulebook:
        if rulebook in self._own or rulebook in self._approved:
            found = self._editions(rulebook)
            return edition_in_force(found, day) if found else shipped(rulebook, day)
        return shipped(rulebook, day)

    def _editions(self, rulebook: str) -> Editions:
        own = self._own.get(rulebook)
        first = own or (editions(rulebook) if rulebook in shipped_ids() else ())
        return (*first, *self._approved.get(rulebook, ())) if first else ()

    def _parts(self, composition: Composition, day: date) -> dict[str, CompiledRulebook]:
        return {
            source: self._edition(source, day) for source in composition.sources() if source in self._whole
        }

    def _put_together(self, composition: Composition, day: date) -> CompiledRulebook:
        parts = self._parts(composition, day)
        key = (composition.id, *(part.sha256 for part in parts.values()))
        if key not in self._composed:
            editions = {source: part.edition for source, part in parts.items()}
            compiled = ready(compose(composition, editions), _hash(composition, parts))
            self._composed[key] = replace(compiled, sources=titles_of(composition, editions))
        return self._composed[key]

    def _faults_of(self, composition: Composition) -> Iterator[Fault]:
        for day in self._days(composition):
            try:
                edition = compose(composition, self._at_hand(composition, day))
            except BadRulebook as refused:
                yield from refused.faults
            else:
                for fault in problems_in(edition, loss_kinds()):
                    yield replace(fault, path=f"compositions.{composition.id}: {fault.path}")

    def _at_hand(self, composition: Composition, day: date) -> dict[str, Edition]:
        """The editions of its parts; without such a part all of them, so that a fault can name what is allowed."""
        is_known = set(composition.sources()) <= set(self._whole)
        needed = composition.sources() if is_known else self._whole
        return {source: self._edition(source, day).edition for source in needed}

    def _days(self, composition: Composition) -> list[date]:
        """The days on which one of its parts begins to be another edition, and one before them all."""
        parts = (part for source in composition.sources() for part in self._editions(source))
        return sorted({date.min, *(start for part in parts if (start := part.edition.in_force_from))})


def _hash(composition: Composition, parts: Mapping[str, CompiledRulebook]) -> str:
    """The hash over the choice and the texts it is taken from."""
    said = {
        "id": composition.id,
        "edition": composition.edition,
        "title": composition.title.model_dump(),
        "chapters": dict(composition.chapters),
        "rest": composition.rest,
        "in_force_from": str(composition.in_force_from),
        "settings": dict(composition.settings),
        "parts": {source: part.sha256 for source, part in parts.items()},
    }
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
