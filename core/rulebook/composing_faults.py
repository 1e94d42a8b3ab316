"""What does not go together in a composition, all of it at once, each with a way out."""

from collections.abc import Iterator, Mapping

from core.model.fault import Fault
from core.rulebook.composition import CHAPTERS, Composition
from core.rulebook.edition import Edition
from core.rulebook.excerpt import excerpt
from core.rulebook.grade_meaning import other_meanings
from core.rulebook.naming import names_in


def faults_in_composition(composition: Composition, sources: Mapping[str, Edition]) -> tuple[Fault, ...]:
    """Return every fault of the choice; grades are compared once every chapter and rulebook is known."""
    unknown = (*_unknown_chapters(composition), *_unknown_sources(composition, sources))
    return unknown or tuple(_contradictions(composition, sources))


def _unknown_chapters(composition: Composition) -> Iterator[Fault]:
    for chapter in composition.chapters:
        if chapter not in CHAPTERS:
            yield Fault(_path(composition, chapter), "is no chapter;", f"allowed are {', '.join(CHAPTERS)}")
    if not composition.sources():
        yield Fault(_path(composition), "names no chapter;", f"name at least one of {', '.join(CHAPTERS)}")


def _unknown_sources(composition: Composition, sources: Mapping[str, Edition]) -> Iterator[Fault]:
    named = {**composition.chapters, "rest": composition.rest}
    for chapter, source in named.items():
        if source and source not in sources:
            found = f"{source!r} is no rulebook;"
            yield Fault(_path(composition, chapter), found, f"allowed are {', '.join(sorted(sources))}")


def _contradictions(composition: Composition, sources: Mapping[str, Edition]) -> Iterator[Fault]:
    grading = composition.source_of("grading")
    for chapter in CHAPTERS:
        source = composition.source_of(chapter)
        if source not in ("", grading):
            yield from _of_grades(composition, chapter, sources[source], sources.get(grading))
    zones = {sources[source].zone: source for source in composition.sources()}
    if len(zones) > 1:
        found = f"its rulebooks count days in {', '.join(sorted(zones))};"
        yield Fault(_path(composition), found, "take all chapters from rulebooks of one zone")


def _of_grades(
    composition: Composition, chapter: str, source: Edition, grading: Edition | None
) -> Iterator[Fault]:
    """Yield a fault where a chapter speaks of grades that the grading lacks, or leaves some of its grades out."""
    spoken = _grades_in(source, chapter)
    if not spoken:
        return
    there = grading.grades if grading else {}
    foreign = [name for name in spoken if not _is_same(name, source, there)]
    if grading and not foreign:
        yield from _of_meaning(composition, chapter, spoken, source, grading)
    silent = [name for name in there if name not in source.grades] if chapter == "liability" else []
    if not foreign and not silent:
        return
    path = _path(composition, chapter)
    yield Fault(path, _found(source, chapter, foreign, silent), _way_out(source, chapter, grading))


def _of_meaning(
    composition: Composition, chapter: str, spoken: tuple[str, ...], source: Edition, grading: Edition
) -> Iterator[Fault]:
    """Yield a fault for each way in which the grades have the same names and not the same meaning."""
    for contrary in other_meanings(spoken, source, grading):
        way_out = (
            f"take {chapter} and grading from one of the two, or {chapter} from a rulebook without grades"
        )
        yield Fault(
            _path(composition, chapter), f"means other grades by the same names: {contrary};", way_out
        )


def _grades_in(source: Edition, chapter: str) -> tuple[str, ...]:
    """The grades that the chapter's rules speak of, directly or by what comes along."""
    tables = list(excerpt(source, (chapter,)).tables())
    return tuple(dict.fromkeys(name.key for name in names_in(tuple(tables)) if name.table == "grades"))


def _is_same(name: str, source: Edition, there: Mapping[str, object]) -> bool:
    other = there.get(name)
    return other is not None and getattr(other, "label", None) == source.grades[name].label


def _found(source: Edition, chapter: str, foreign: list[str], silent: list[str]) -> str:
    if not foreign:
        return f"{source.id} says nothing of the grades {', '.join(silent)} of the grading;"
    clauses = ", ".join(_clauses_about(source, chapter, foreign))
    return (
        f"{source.id} speaks of the grades {', '.join(foreign)} (clauses {clauses}), which the grading lacks;"
    )


def _clauses_about(source: Edition, chapter: str, grades: list[str]) -> tuple[str, ...]:
    tables = excerpt(source, (chapter,)).tables()
    about = (
        getattr(table, "clause", "")
        for table in tables
        if any(name.table == "grades" and name.key in grades for name in names_in((table,)))
    )
    return tuple(dict.fromkeys(filter(None, about)))


def _way_out(source: Edition, chapter: str, grading: Edition | None) -> str:
    of_grading = (
        f"that of {grading.id} has {', '.join(grading.grades) or 'none'}" if grading else "none is taken"
    )
    return (
        f"the grading: {of_grading}; take grading from {source.id} too, "
        f"or {chapter} from a rulebook that speaks of no grade or of these"
    )


def _path(composition: Composition, chapter: str = "") -> str:
    return f"compositions.{composition.id}.{chapter}".removesuffix(".")
