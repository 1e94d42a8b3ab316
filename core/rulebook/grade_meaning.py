"""Whether two rulebooks mean the same by grades of the same name: as far as order and bands of the loss can tell."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from core.model.money import Money
from core.rulebook.checks.bands import Band, bands_of
from core.rulebook.edition import Edition


def other_meanings(grades: Sequence[str], source: Edition, grading: Edition) -> Iterator[str]:
    """Yield what speaks against their meaning the same by these grades, which both have."""
    for one, other in combinations(grades, 2):
        if _is_graver(one, other, source) is not _is_graver(one, other, grading):
            milder, graver = (other, one) if _is_graver(one, other, source) else (one, other)
            yield f"{graver} is graver than {milder} in {source.id}, milder in {grading.id}"
    for name in grades:
        yield from _other_bands(name, source, grading)


def _is_graver(one: str, other: str, edition: Edition) -> bool:
    return edition.grades[one].rank > edition.grades[other].rank


def _other_bands(name: str, source: Edition, grading: Edition) -> Iterator[str]:
    """Where both tell the grade by bands of the same losses, some amount must lie in both."""
    theirs = bands_of(grading)
    for losses, bands in bands_of(source).items():
        here = [band for band in bands if band.grade == name]
        there = [band for band in theirs.get(losses, ()) if band.grade == name]
        if here and there and not any(one.meets(other) for one in here for other in there):
            yield f"{name} is {_said(here)} in {source.id}, {_said(there)} in {grading.id}"


def _said(bands: Sequence[Band]) -> str:
    return " or ".join(_one_said(Money(max(0, band.low)), band.high) for band in bands)


def _one_said(low: Money, high: int | None) -> str:
    return f"{low} and over" if high is None else f"{low} to {Money(high)}"
