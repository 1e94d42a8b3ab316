"""Figures that two grades both include, as the text has them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from core.model.money import Money, NotMoney
from core.rulebook.circumstances import Circumstances
from core.rulebook.conditions import LossTest
from core.rulebook.edition import Edition

Losses = Literal["direct"] | tuple[str, ...]


class SharedFigure(NamedTuple):
    """A sum of losses (fen) that one grade includes below and another above."""

    loss: Losses
    without: tuple[str, ...]
    fen: int


def opened_figures(edition: Edition) -> frozenset[SharedFigure]:
    """Return every figure that ends one grade and begins another, both including it."""
    uppers = set(_written(edition, "to"))
    return frozenset(figure for figure in _written(edition, "from") if figure in uppers)


def is_on_a_shared_figure(figures: frozenset[SharedFigure], case: Circumstances) -> bool:
    """Whether the losses of the case come to a figure that two grades include."""
    return any(sum_of(case, figure.loss, figure.without) == figure.fen for figure in figures)


def sum_of(case: Circumstances, loss: Losses, without: tuple[str, ...]) -> int:
    """Return the direct loss, or the sum of some kinds, without others, in fen."""
    found = case.losses
    if loss == "direct":
        return case.direct - sum(found[kind] for kind in without if kind in found)
    return sum(found[kind] for kind in loss if kind in found)


def _written(edition: Edition, word: str) -> Iterator[SharedFigure]:
    for grade in edition.grades.values():
        for criterion in grade.any:
            for test in criterion.when:
                if isinstance(test, LossTest) and word in test.written:
                    yield from _figure(test, str(test.written[word]))


def _figure(test: LossTest, written: str) -> Iterator[SharedFigure]:
    try:
        yield SharedFigure(test.loss, test.without, Money.of(written).fen)
    except NotMoney:
        return
