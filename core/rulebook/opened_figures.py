"""Figures that two grades both include, as the text has them."""

from collections.abc import Sequence

from core.model.money import Money
from core.rulebook.conditions import Condition, LossTest
from core.rulebook.edition import Edition


def opened_figures(edition: Edition) -> frozenset[int]:
    """Return the figures (fen) that one grade includes below and another above, as the text has them."""
    uppers: dict[tuple[object, ...], set[str]] = {}
    lowers: dict[tuple[object, ...], set[str]] = {}
    for grade in edition.grades.values():
        for criterion in grade.any:
            for test in _loss_tests(criterion.when):
                about = (test.loss, test.without)
                if "to" in test.written:
                    uppers.setdefault(about, set()).add(str(test.written["to"]))
                if "from" in test.written:
                    lowers.setdefault(about, set()).add(str(test.written["from"]))
    shared = {figure for about, figures in lowers.items() for figure in figures & uppers.get(about, set())}
    return frozenset(Money.of(figure).fen for figure in shared)


def _loss_tests(conditions: Sequence[Condition]) -> tuple[LossTest, ...]:
    return tuple(condition for condition in conditions if isinstance(condition, LossTest))
