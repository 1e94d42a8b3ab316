"""A rulebook as a page that a manager would sign: every chapter in words, each line with its clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.rulebook_words.saying import Sayer
from bot.rulebook_words.telling import mark_of
from core.model.label import Label
from core.rulebook.chapter import Chapter
from core.rulebook.edition import Edition, LossKinds
from core.rulebook.measure import measure_of
from core.rulebook.rows import EditionRow, inner_rows, rows_of

NOT_SHOWN: Final = frozenset({"conditions", "clauses"})
"""Chapters without lines of their own: conditions are said where they are used, clauses behind each line."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line with the clauses and readings behind it, and the lines under it."""

    text: str
    mark: str = ""
    under: tuple["PageLine", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter of the page."""

    heading: str
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page: title, what identifies the edition, and its chapters."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def page_of(edition: Edition, kinds: LossKinds, language: str, sha256: str = "") -> Page:
    """Return the page of an edition in that language; `sha256` is the hash of its text, if it has one."""
    writer = _PageWriter(Sayer(language, edition, kinds))
    return Page(
        title=edition.title.in_language(language),
        facts=tuple(writer.facts(edition, sha256)),
        sections=tuple(writer.sections(rows_of(edition))),
    )


class _PageWriter:
    def __init__(self, sayer: Sayer) -> None:
        self._sayer = sayer
        self._words = sayer.words
        self._texts = sayer.words.tables["page"]

    def facts(self, edition: Edition, sha256: str) -> Iterator[tuple[str, str]]:
        texts, measure = self._texts, measure_of(edition)
        yield texts["id"], edition.id
        yield texts["edition"], edition.edition
        yield texts["in_force"], str(edition.in_force_from or texts["always"])
        if sha256:
            yield texts["hash"], " ".join(sha256[at : at + 16] for at in range(0, len(sha256), 16))
        counts = {"clauses": measure.clauses, "rules": measure.rules, "missing": len(measure.missing)}
        yield texts["counts"], self._words.text_of("page", "count_words", **counts)

    def sections(self, chapters: dict[str, tuple[EditionRow, ...]]) -> Iterator[Section]:
        order = [*self._words.tables["chapters"], *chapters]
        for name in dict.fromkeys(order):
            if name in chapters and name not in NOT_SHOWN:
                lines = tuple(self._line(row.value, row.key) for row in _sorted(chapters[name]))
                yield Section(self._words.heading(name), self._short(chapters[name], lines))

    def _short(self, rows: tuple[EditionRow, ...], lines: tuple[PageLine, ...]) -> tuple[PageLine, ...]:
        """Mere words stand side by side on one line."""
        if all(isinstance(row.value, Chapter) for row in rows) and not any(
            line.mark or line.under for line in lines
        ):
            return (PageLine(self._words.text("between_words").join(line.text for line in lines)),)
        return lines

    def _line(self, value: object, key: str = "") -> PageLine:
        if isinstance(value, Label):
            return PageLine(self._words.text("field", name=key, value=self._sayer.simple(value)))
        if not isinstance(value, Chapter):
            return PageLine(str(value))
        under = (row for rows in inner_rows(value).values() for row in rows)
        return PageLine(self._sayer.said(value), mark_of(value, self._words), tuple(map(self._line, under)))


def _sorted(rows: Iterable[EditionRow]) -> list[EditionRow]:
    """The gravest grade first; all else in the order of the file."""
    return sorted(rows, key=lambda row: -int(getattr(row.value, "rank", 0)))
