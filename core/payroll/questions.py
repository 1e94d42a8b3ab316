"""What a preview asks before a batch is made: nothing is passed over in silence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.model.money import Money
from core.payroll.batch import Hold
from core.payroll.planning import PlannedPerson


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its kind (the key of its words), whom it concerns, in which case, over how much."""

    kind: str
    person_id: int
    case_id: int
    notice_id: int
    amount: Money


def questions_in(planned: Iterable[PlannedPerson]) -> tuple[Question, ...]:
    """Lines that are held back, and leavers whose rest can be withheld no more."""
    return tuple(question for one in planned for question in _of(one))


def _of(one: PlannedPerson) -> Iterator[Question]:
    for line in one.lines:
        if line.hold is not None:
            yield Question(line.hold.value, line.person_id, line.case_id, line.notice_id, line.owed)
        elif one.is_leaving and line.remaining.fen > 0:
            yield Question(Hold.LEAVER.value, line.person_id, line.case_id, line.notice_id, line.remaining)
