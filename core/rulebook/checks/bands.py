"""Bands of the loss: grades must meet without gap or overlap, and every grade must be within reach."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from core.model.fault import Fault
from core.model.money import Money, NotMoney
from core.rulebook.checks.walking import tables
from core.rulebook.circumstances import SumOfLosses
from core.rulebook.conditions import LossTest
from core.rulebook.edition import Edition
from core.rulebook.grading import Criterion, Grade
from core.rulebook.limits import limits


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """A criterion that is nothing but a band of the loss, in fen with both ends; no upper end is None."""

    rank: int
    low: int
    path: str
    grade: str
    high: int | None
    clause: str

    def covers(self, other: "Band") -> bool:
        """Whether the other lies inside."""
        return self.low <= other.low and (
            self.high is None or (other.high is not None and other.high <= self.high)
        )

    def meets(self, other: "Band") -> bool:
        """Whether some amount lies in both."""
        return (other.high is None or self.low <= other.high) and (
            self.high is None or other.low <= self.high
        )


def bands_that_do_not_fit(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for bands that overlap, that leave a gap, or that nothing can be inside of."""
    yield from _empty(edition)
    by_loss = bands_of(edition)
    for bands in by_loss.values():
        yield from _overlaps(bands)
        if not edition.grading.by_hand:
            yield from _gaps(bands)
    yield from _beyond_reach(edition, by_loss)


def _empty(edition: Edition) -> Iterator[Fault]:
    for path, table in tables(edition):
        if isinstance(table, LossTest):
            low, high = _limits(table)
            if high is not None and high < low:
                yield Fault(path, "has no amount inside;", "allowed is from the lower to the higher figure")


def bands_of(edition: Edition) -> Mapping[SumOfLosses, list[Band]]:
    """Return the criteria that are nothing but a band, by the losses they look at."""
    found: dict[SumOfLosses, list[Band]] = defaultdict(list)
    for name, grade in edition.grades.items():
        for place, criterion in enumerate(grade.any):
            test = _only_band(criterion)
            if test is not None:
                low, high = _limits(test)
                path = f"grades.{name}.any[{place}]"
                band = Band(grade.rank, low, path, name, high, criterion.clause)
                found[test.loss, test.without].append(band)
    return found


def _only_band(criterion: Criterion) -> LossTest | None:
    test = criterion.when[0]
    return test if len(criterion.when) == 1 and isinstance(test, LossTest) else None


def _limits(test: LossTest) -> tuple[int, int | None]:
    """The amounts inside; a figure that cannot be read has no end, another check tells of it."""
    try:
        return limits(test, lambda written: Money.of(str(written)).fen)
    except NotMoney:
        return 0, None


def _overlaps(bands: list[Band]) -> Iterator[Fault]:
    """A milder band that ends must end where a graver one begins, give or take the figure both may include."""
    for milder in bands:
        for graver in bands:
            is_behind = milder.rank < graver.rank and milder.low <= graver.low
            if is_behind and milder.high is not None and graver.low < milder.high:
                found = f"overlaps {graver.grade} between {Money(graver.low)} and {Money(milder.high)};"
                yield Fault(milder.path, found, "allowed are bands that meet", milder.clause)


def _gaps(bands: list[Band]) -> Iterator[Fault]:
    """Where one band ends and a later one begins, nothing may lie between."""
    for before, after in pairwise(sorted(bands, key=lambda band: band.low)):
        others = [band for band in bands if band.low <= after.low and band is not after]
        highs = [band.high for band in others]
        if None in highs:
            continue
        end = max(high for high in highs if high is not None)
        if end + 1 < after.low:
            found = f"leaves a gap from {Money(end + 1)} to {Money(after.low - 1)} behind {before.grade};"
            yield Fault(
                after.path, found, "allowed are bands that meet, or a grade picked by hand", after.clause
            )


def _beyond_reach(edition: Edition, by_loss: Mapping[SumOfLosses, list[Band]]) -> Iterator[Fault]:
    for name, grade in edition.grades.items():
        if name not in _picked_by_hand(edition) and _is_covered(name, grade, by_loss):
            found = "is a grade that nobody can reach;"
            yield Fault(f"grades.{name}", found, "every band of it lies inside a graver grade", grade.clause)


def _is_covered(name: str, grade: Grade, by_loss: Mapping[SumOfLosses, list[Band]]) -> bool:
    own = [(band, bands) for bands in by_loss.values() for band in bands if band.grade == name]
    return len(own) == len(grade.any) and all(
        any(other.rank > band.rank and other.covers(band) for other in bands) for band, bands in own
    )


def _picked_by_hand(edition: Edition) -> set[str]:
    return {name for row in edition.grading.by_hand for name in row.among}
