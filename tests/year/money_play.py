"""Everything that can happen to money, one thing at a time, to whichever case, notice or batch the number says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, TypeVar

from core.actions.appeal.admit_appeal import admit_appeal
from core.actions.appeal.decide_appeal import decide_appeal
from core.actions.appeal.make_appeal import make_appeal
from core.actions.appeal.take_appeal import take_appeal
from core.actions.money.answer_plan import answer_plan, end_plan
from core.actions.money.ask_plan import ask_plan
from core.actions.money.book import book
from core.actions.money.close_payroll import close_payroll
from core.actions.money.make_payroll import make_payroll
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.report_payroll import report_payroll
from core.actions.money.return_payroll import return_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.actions.person.end_employment_if_over import end_employment_if_over
from core.actions.person.forget_person import forget_person
from core.ledger.account import Occasion
from core.ledger.balances import standing
from core.model.money import Money
from core.model.notice import AppealOutcome, AppealState
from core.model.person import Person
from core.payroll.batch import Batch, BatchState, PlanKind, PlanTerms
from core.payroll.month import Month
from tests.core.ledger.make_postings import rewarded
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.year.company import SCENES, worker
from tests.year.taking_back import tried

MAKER: Final = "E06"
CLOSER: Final = "E30"
HEARER: Final = "E08"
MANAGER: Final = "E05"
STAFF_OFFICE: Final = "E31"
NAMED: Final = tuple(worker(place) for place in range(1, 2 * len(SCENES) + 1))
"""The workers that the cases are about: two at each site."""
STAYING: Final = 6
_STEPS: Final = (
    (make_payroll, MAKER),
    (close_payroll, CLOSER),
    (close_payroll, MAKER),
    (return_payroll, MAKER),
    (settle_payroll, CLOSER),
)
Thing = TypeVar("Thing")


def picked(things: Sequence[Thing], number: int) -> Thing | None:
    """One of them, if there is any."""
    return things[number % len(things)] if things else None


class MoneyPlay:
    """Appeals, agreements, rewards, batches, leavers; `wages` are what was earned, by batch and person."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self.uow = uow
        self.wages: dict[int, dict[int, Money]] = {}

    async def who(self, employee_no: str) -> Person:
        return await by_no(self.uow, employee_no)

    async def appeals(self, number: int) -> None:
        """Whoever has a notice, whatever became of it."""
        if notice := picked(await self.uow.notices.where(), number):
            person = await self.uow.persons.get(notice.person_id)
            await self._tries(make_appeal(notice.id, reason="不是我", actor=person, uow=self.uow))

    async def is_heard(self, number: int) -> None:
        """A late one is admitted or not, one that nobody has is taken, one that is heard is decided."""
        hearer, uow = await self.who(HEARER), self.uow
        appeal = picked(await uow.appeals.where(state=(AppealState.LATE, AppealState.OPEN)), number)
        if appeal is None:
            return
        if appeal.state is AppealState.LATE:
            is_in = bool(number % 3)
            await self._tries(admit_appeal(appeal.id, is_admitted=is_in, reason="x", actor=hearer, uow=uow))
        elif appeal.hearer_id is None:
            await self._tries(take_appeal(appeal.id, actor=hearer, uow=uow))
        else:
            outcome = tuple(AppealOutcome)[number // 7 % len(AppealOutcome)]
            await self._tries(decide_appeal(appeal.id, outcome, reason="x", actor=hearer, uow=uow))

    async def agrees(self, number: int) -> None:
        """A pause, instalments or a waiver is asked for."""
        if notice := picked(await self.uow.notices.where(), number):
            kind = tuple(PlanKind)[number // 5 % len(PlanKind)]
            each = Money(100 + number) if kind is PlanKind.INSTALMENTS else None
            actor = await self.who(MAKER)
            await self._tries(
                ask_plan(notice.id, PlanTerms(kind, each), reason="x", actor=actor, uow=self.uow)
            )

    async def is_answered(self, number: int) -> None:
        """What was asked is approved, refused, or ended."""
        plan = picked(await self.uow.plans.where(ended_at=None), number)
        if plan and plan.approved_at is None:
            actor = await self.who(MANAGER)
            await self._tries(answer_plan(plan.id, is_approved=bool(number % 4), actor=actor, uow=self.uow))
        elif plan and number % 3 == 0:
            await self._tries(end_plan(plan.id, actor=await self.who(CLOSER), uow=self.uow))

    async def rewards(self, number: int) -> None:
        """Two cases may reward one person under one clause; a reward may be undone, paid or not."""
        earlier = [one for one in standing(self.uow.ledger.booked) if one.occasion is Occasion.REWARDED]
        case = picked(await self.uow.cases.where(), number)
        if number % 3 == 0 and (undone := picked(earlier, number)):
            await book(undone.reversed_at(self.uow.now, None), uow=self.uow)
        elif case:
            person = await self.who(STAFF_OFFICE)
            await book(rewarded(500 + number, person_id=person.id, case_id=case.id), uow=self.uow)

    async def prepares(self, number: int) -> None:
        """The wages of the month come, or of the one after it; some have none, some less than the minimum."""
        at = self.uow.now
        month = Month(at.year, at.month if number % 4 else min(12, at.month + 1))
        wages = {
            one.id: Money(200_000 + (number * 7919 + one.id * 104_729) % 900_000)
            for one in await self.uow.persons.where(left_on=None)
            if (number + one.id) % 9
        }
        if await self._tries(prepare_payroll(month, wages, f"{month}-{number}", uow=self.uow)):
            (batch,) = await self.uow.batches.where(month=str(month))
            self.wages[batch.id] = wages

    async def steps(self, number: int) -> None:
        """Somebody in finance presses under one of the batches; some press what they saw before."""
        act, who = _STEPS[number % len(_STEPS)]
        if batch := picked(await self.uow.batches.where(), number // 5):
            seen = batch.version - (number % 13 == 0)
            await self._press(batch, seen, act, who)

    async def closes_all(self, number: int) -> None:
        """As it should go, for whatever is open: what was made before is closed, and the month is made, and closed."""
        await self.prepares(number)
        for act, who in (_STEPS[1], *_STEPS[: 1 + number % 2]):
            for batch in await self.uow.batches.where():
                await self._press(batch, batch.version, act, who)

    async def payslips_come(self, number: int) -> None:
        """Some say otherwise than the batch."""
        if batch := picked(await self.uow.batches.where(state=BatchState.CLOSED), number):
            lines = await self.uow.batch_lines.where(batch_id=batch.id)
            said = {
                one.id: Money(one.amount.fen + (number % 2000 - 1000) * ((one.id + number) % 4 == 0))
                for one in lines
            }
            await self._tries(report_payroll(batch.id, said, uow=self.uow))

    async def leaves(self, number: int) -> None:
        """Somebody's last day was yesterday, or somebody who left long ago is to be forgotten."""
        here = [one for one in await self.uow.persons.where(left_on=None) if one.employee_no in NAMED]
        gone = [one for one in await self.uow.persons.where() if one.left_on is not None]
        if number % 2 and (former := picked(gone, number)):
            actor = await self.who(STAFF_OFFICE)
            await self._tries(forget_person(former.id, actor=actor, uow=self.uow))
        elif len(here) > STAYING and (person := picked(here, number)):
            day = (self.uow.now - timedelta(days=1)).date()
            left = await self.uow.persons.put(replace(person, left_on=day))
            await self._tries(end_employment_if_over(left, uow=self.uow))

    async def _press(self, batch: Batch, seen: int, act: Any, who: str) -> None:
        """Nothing that is frozen when the batch is closed goes either way."""
        await self._tries(act(batch.id, seen, actor=await self.who(who), uow=self.uow))
        now = await self.uow.batches.get(batch.id)
        if now.is_final and not batch.is_final:
            lines = await self.uow.batch_lines.where(batch_id=batch.id)
            moved = {line.notice_id for line in lines if line.amount.fen}
            frozen = await self.uow.notices.where(id=tuple(moved), is_frozen=True)
            assert not frozen, [one.number for one in frozen]

    async def _tries(self, doing: Any) -> bool:
        return await tried(doing, uow=self.uow)
