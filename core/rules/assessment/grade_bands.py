"""The bounds on the loss that decided a grade, as the edition writes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.model.assessment import Assessment
from core.model.money import Money
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.conditions import LossTest
from core.rulebook.limits import limits


@dataclass(frozen=True, slots=True)
class Band:
    """An amount inside bounds: `kinds` are the losses counted (none: all direct ones), `limits` word and figure.

    The words are those of a condition: over and below exclude the figure, from and to include it.
    """

    clause: str
    kinds: tuple[str, ...]
    amount: Money
    limits: tuple[tuple[str, Money], ...]


def grade_bands(rulebook: CompiledRulebook, assessment: Assessment) -> tuple[Band, ...]:
    """The bands of the criteria that were met; none where facts or a person decided."""
    grade = assessment.grade
    if grade is None:
        return ()
    return tuple(
        dict.fromkeys(
            band
            for criterion in rulebook.edition.grades[grade.id].any
            if (criterion.id or criterion.clause) in grade.because
            for test in criterion.when
            if isinstance(test, LossTest)
            for band in _inside(test, criterion.id or criterion.clause, assessment)
        )
    )


def _inside(test: LossTest, clause: str, assessment: Assessment) -> Iterator[Band]:
    kinds = () if test.loss == "direct" else tuple(test.loss)
    counted = (
        loss.amount
        for loss in assessment.losses
        if loss.kind not in {*test.without, "indirect"} and (not kinds or loss.kind in kinds)
    )
    amount = sum(counted, start=Money(0))
    low, high = limits(test, _fen)
    if low <= amount.fen and (high is None or amount.fen <= high):
        written = tuple((word, Money(_fen(figure))) for word, figure in test.written.items())
        yield Band(clause, kinds, amount, written)


def _fen(written: str | int) -> int:
    return Money.of(str(written)).fen
