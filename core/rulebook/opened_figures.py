"""Figures that two grades both include, as the text has them."""

from collections.abc import Iterator
from typing import NamedTuple

from core.model.money import Money, NotMoney
from core.rulebook.circumstances import Circumstances, SumOfLosses
from core.rulebook.conditions import LossTest
from core.rulebook.edition import Edition


class SharedFigure(NamedTuple):
    """A sum of losses (fen) that one grade includes below and another above."""

    about: SumOfLosses
    fen: int


def opened_figures(edition: Edition) -> frozenset[SharedFigure]:
    """Return every figure that ends one grade and begins another, both including it."""
    uppers = set(_written(edition, "to"))
    return frozenset(figure for figure in _written(edition, "from") if figure in uppers)


def is_on_a_shared_figure(figures: frozenset[SharedFigure], case: Circumstances) -> bool:
    """Whether the losses of the case come to a figure that two grades include."""
    return any(case.sum_of(figure.about) == figure.fen for figure in figures)


def _written(edition: Edition, word: str) -> Iterator[SharedFigure]:
    for grade in edition.grades.values():
        for criterion in grade.any:
            for test in criterion.when:
                if isinstance(test, LossTest) and word in test.written:
                    yield from _figure(test, str(test.written[word]))


def _figure(test: LossTest, written: str) -> Iterator[SharedFigure]:
    try:
        yield SharedFigure((test.loss, test.without), Money.of(written).fen)
    except NotMoney:
        return
