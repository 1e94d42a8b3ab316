"""The statutory guard over a month: one limit for all cases of a person, the oldest first, the rest carried over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from core.ledger.balances import Owed
from core.model.case import Case
from core.model.company import Company
from core.model.money import ZERO, Money
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.batch import BatchLine, Hold, Plan, PlanKind
from core.payroll.holding import hold_on
from core.payroll.month import Month
from core.rulebook.compiled import Guard
from core.rules.assessment.withholding import monthly_limit


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollFile:
    """All that a month's withholding is computed from; wages, notices and cases by id."""

    month: Month
    wages: Mapping[int, Money]
    owed: Sequence[Owed]
    people: Mapping[int, Person]
    notices: Mapping[int, Notice]
    cases: Mapping[int, Case]
    plans: Sequence[Plan] = ()
    company: Company
    guard: Guard


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPerson:
    """One person's month: wage and limit where both are known, and the lines."""

    person: Person
    wage: Money | None
    limit: Money | None
    is_leaving: bool
    lines: tuple[BatchLine, ...] = field(default=())

    @property
    def withheld(self) -> Money:
        """What is withheld of the wage, without what is paid back."""
        return sum((line.amount for line in self.lines if line.amount.fen > 0), start=ZERO)

    @property
    def paid_back(self) -> Money:
        """What is paid back with the wage, and paid out as rewards."""
        return sum((ZERO - line.amount for line in self.lines if line.amount.fen < 0), start=ZERO)

    @property
    def remaining(self) -> Money:
        """What is carried over."""
        return sum((line.remaining for line in self.lines), start=ZERO)

    @property
    def said_on_payslip(self) -> Money | None:
        """What the payslip says was withheld in all, less what it paid; None until every line has come back."""
        said = [line.withheld for line in self.lines if line.withheld is not None]
        return sum(said, start=ZERO) if len(said) == len(self.lines) else None


def planned(file: PayrollFile, batch_id: int = 0) -> tuple[PlannedPerson, ...]:
    """Everybody who owes something or is owed something back, by employee number."""
    ordered = sorted(file.owed, key=lambda one: (file.people[one.person_id].employee_no, one))
    by_person = groupby(ordered, key=lambda one: one.person_id)
    return tuple(_person(file, person_id, tuple(owed), batch_id) for person_id, owed in by_person)


def _person(file: PayrollFile, person_id: int, owed: Sequence[Owed], batch_id: int) -> PlannedPerson:
    person, wage = file.people[person_id], file.wages.get(person_id)
    region = file.company.region_of(person.site, person.region)
    minimum = file.company.minimum_wage(region, file.month.last)
    limit = None if wage is None or minimum is None else monthly_limit(wage, minimum, file.guard)
    return PlannedPerson(
        person=person,
        wage=wage,
        limit=limit,
        is_leaving=person.left_on is not None and person.left_on <= file.month.last,
        lines=tuple(_lines(file, owed, batch_id, _Left(limit or ZERO, _missing(file, person, minimum)))),
    )


def _missing(file: PayrollFile, person: Person, minimum: Money | None) -> Hold | None:
    """Without which nothing can be withheld; who left before the month has no wage that could be missed."""
    if person.id in file.wages:
        return Hold.NO_MINIMUM_WAGE if minimum is None else None
    is_gone = person.left_on is not None and person.left_on < file.month.first
    return Hold.LEAVER if is_gone else Hold.NO_WAGE


@dataclass(slots=True)
class _Left:
    """What may still be withheld, of the month and of each notice with instalments; why it is nothing."""

    limit: Money
    missing: Hold | None
    of_notice: dict[int, Money] = field(default_factory=dict)

    def take(self, one: Owed, each: Money | None) -> Money:
        caps = [one.amount, self.limit]
        if each is not None:
            caps.append(self.of_notice.setdefault(one.notice_id, each))
        amount = min(caps)
        self.limit -= amount
        if each is not None:
            self.of_notice[one.notice_id] -= amount
        return amount


def _lines(file: PayrollFile, owed: Iterable[Owed], batch_id: int, left: _Left) -> Iterator[BatchLine]:
    for one in owed:
        plans = [plan for plan in file.plans if plan.notice_id == one.notice_id]
        if one.amount.fen > 0:
            hold = _hold(file, one, plans) or left.missing
            amount = ZERO if hold else left.take(one, _instalment(plans, str(file.month)))
        else:
            hold = Hold.FROZEN if _is_frozen(file, one) else None
            amount = ZERO if hold else one.amount
        yield BatchLine(
            batch_id=batch_id,
            person_id=one.person_id,
            case_id=one.case_id,
            notice_id=one.notice_id,
            clause=one.clause,
            owed=one.amount,
            amount=amount,
            hold=hold,
        )


def _is_frozen(file: PayrollFile, one: Owed) -> bool:
    """Whether its figures are open: nothing is paid back before they are decided anew."""
    notice = file.notices.get(one.notice_id)
    return notice is not None and notice.is_frozen


def _hold(file: PayrollFile, one: Owed, plans: Sequence[Plan]) -> Hold | None:
    notice = file.notices.get(one.notice_id)
    if notice is None:
        # a reward that was paid and then reversed: nobody was told in writing to pay it back
        return Hold.NOT_NOTICED
    return hold_on(notice, file.cases[one.case_id], file.company, plans, str(file.month))


def _instalment(plans: Iterable[Plan], month: str) -> Money | None:
    """The smallest instalment agreed on; None where none was."""
    agreed = (plan.each for plan in plans if plan.kind is PlanKind.INSTALMENTS and plan.holds_in(month))
    return min((each for each in agreed if each is not None), default=None)
