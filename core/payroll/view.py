"""A batch as it is shown: its people with their lines, and what is asked about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from core.model.money import ZERO, Money
from core.model.person import Person
from core.payroll.batch import Batch, BatchLine
from core.payroll.month import Month
from core.payroll.planning import PlannedPerson
from core.payroll.questions import Question, questions_in


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollView:
    """A batch with its people, in the order of their numbers."""

    batch: Batch
    people: tuple[PlannedPerson, ...]

    @property
    def lines(self) -> tuple[BatchLine, ...]:
        """Every line."""
        return tuple(line for one in self.people for line in one.lines)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked about them."""
        return questions_in(self.people)

    @property
    def withheld(self) -> Money:
        """The control total of what is withheld."""
        return sum((one.withheld for one in self.people), start=ZERO)

    @property
    def paid_back(self) -> Money:
        """The control total of what is paid back, and paid out as rewards."""
        return sum((one.paid_back for one in self.people), start=ZERO)

    @property
    def carried_over(self) -> Money:
        """What is still owed afterwards."""
        return sum((one.remaining for one in self.people), start=ZERO)

    @property
    def owed_after(self) -> Money:
        """What is still owed once the differences of the payslips are booked."""
        return self.carried_over - sum((line.difference for line in self.lines), start=ZERO)

    @property
    def said_on_payslips(self) -> Money | None:
        """What the payslips withheld in all, less what they paid; None until every line has come back."""
        said = [one.said_on_payslip for one in self.people]
        return sum((one for one in said if one is not None), start=ZERO) if None not in said else None

    @property
    def differing(self) -> tuple[BatchLine, ...]:
        """Lines of which the payslip says otherwise."""
        return tuple(line for line in self.lines if line.difference != ZERO)


def kept_people(
    lines: Iterable[BatchLine], staff: Mapping[int, Person], month: Month
) -> tuple[PlannedPerson, ...]:
    """The people of lines that were kept; wages and limits stay sealed."""
    return tuple(
        PlannedPerson(
            person=staff[person_id],
            wage=None,
            limit=None,
            is_leaving=_is_leaving(staff[person_id], month),
            lines=tuple(group),
        )
        for person_id, group in groupby(lines, key=lambda line: line.person_id)
    )


def _is_leaving(person: Person, month: Month) -> bool:
    return person.left_on is not None and person.left_on <= month.last
