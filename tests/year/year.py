"""A company's year by presses: cases under four rulebooks, appeals, corrections, leavers, wages month by month."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from core.actions.person.end_employment_if_over import end_employment_if_over
from core.ledger.account import Occasion
from core.model.case import Case
from core.model.money import ZERO, Money
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.batch import BatchState
from core.payroll.month import Month
from core.payroll.view import PayrollView
from tests.fakes import FakeUnitOfWork
from tests.year.case_play import CasePlay
from tests.year.company import LEAVERS, SCENES, STAFF, Scene, worker
from tests.year.payroll_play import PayrollPlay

A_MONTH: Final = 25
LEFT_ON: Final = date(2025, 6, 15)
MOST_YUAN: Final = {"logistics-liability": 4500, "six-grade-incidents": 180}
MINIMUM: Final = 249_000


def drawn(*parts: int) -> int:
    """A number that looks drawn, and is the same in every run."""
    state = 17
    for part in parts:
        state = (state * 1_103_515_245 + part * 12_345 + 7) % 2**31
    return state >> 7


class Year:
    """The company's year, month by month."""

    def __init__(self, uow: FakeUnitOfWork, folder: Path, *, a_month: int = A_MONTH) -> None:
        self.uow = uow
        self.a_month = a_month
        self.cases = CasePlay(uow)
        self.payroll = PayrollPlay(uow, folder)
        self.appealed: list[Notice] = []
        self.slips: Counter[int] = Counter()

    async def is_played(self, months: Iterable[int] = range(1, 13)) -> None:
        """Month by month: appeals are judged, a case is corrected, cases are decided, wages are paid."""
        for month in months:
            self.uow.now = datetime(2025, month, 6, 1, 0, tzinfo=UTC)
            if month == LEFT_ON.month + 1:
                await self._some_leave()
            await self._judges()
            await self._corrects(month)
            await self._decides(month)
            await self._pays(month)

    async def _some_leave(self) -> None:
        for employee_no in LEAVERS:
            person = await self._person(employee_no)
            left = await self.uow.persons.put(replace(person, left_on=LEFT_ON))
            await end_employment_if_over(left, uow=self.uow)

    async def _decides(self, month: int) -> None:
        for number in range((month - 1) * self.a_month, month * self.a_month):
            scene = SCENES[number % len(SCENES)]
            person = await self._somebody(scene, number, month)
            yuan = drawn(number, 2) % MOST_YUAN.get(scene.rulebook, 9000) + 20
            day = date(2025, month, 1 + number % 6)
            case = await self.cases.is_decided(scene, person, f"{yuan}.00", day.isoformat())
            await self._receive(case)
            if number % 9 == 0:
                await self._appeals(case, person)

    async def _receive(self, case: Case) -> None:
        for notice in await self.uow.notices.where(case_id=case.id):
            if notice.is_standing and notice.seen_at is None and notice.handed_over_at is None:
                await self.cases.is_received(notice)

    async def _appeals(self, case: Case, person_id: int) -> None:
        notice = await self.uow.notices.one(case_id=case.id, person_id=person_id)
        if notice is not None and (await self.uow.persons.get(person_id)).can_be_told():
            await self.cases.is_appealed(notice)
            self.appealed.append(notice)

    async def _judges(self) -> None:
        """Last month's appeals: every other is upheld, in the rest it was somebody else."""
        waiting, self.appealed = self.appealed, []
        for place, notice in enumerate(waiting):
            await self.cases.is_judged(notice, "upheld" if place % 2 else "lifted")
            if place % 2 == 0:
                await self._gives_to_another(await self.uow.cases.get(notice.case_id), notice.person_id)

    async def _corrects(self, month: int) -> None:
        """Finance finds a case of two months ago wrong; one of a leaver first, of whom something was withheld."""
        notice = await self._mistaken(month)
        if notice is not None:
            case = await self.uow.cases.get(notice.case_id)
            await self.cases.is_corrected(case.id)
            await self._gives_to_another(case, notice.person_id)

    async def _mistaken(self, month: int) -> Notice | None:
        gone = {one.id for one in await self.uow.persons.where(left_on=LEFT_ON)}
        booked = await self.uow.ledger.postings()
        withheld = {one.ground.notice_id for one in booked if one.occasion is Occasion.WITHHELD}
        of_leavers, of_others = [], []
        for case in await self.uow.cases.where():
            for notice in await self._workers_notices(case, _scene(case)):
                if notice.id in withheld and not notice.is_frozen:
                    is_recent = case.occurred_on.month == month - 2
                    of_leavers += [notice] if notice.person_id in gone else []
                    of_others += [notice] if is_recent else []
        return next(iter((*of_leavers, *of_others)), None)

    async def _workers_notices(self, case: Case, scene: Scene) -> tuple[Notice, ...]:
        party = await self.uow.parties.one(case_id=case.id, role=scene.role)
        found = await self.uow.notices.where(case_id=case.id, person_id=party.person_id if party else 0)
        return tuple(notice for notice in found if notice.is_standing)

    async def _gives_to_another(self, case: Case, person_id: int) -> None:
        scene = _scene(case)
        place = SCENES.index(scene)
        others = [await self._person(worker(place + 1 + step * 4)) for step in range(STAFF // 4 - 1)]
        heir = next(one for one in others if one.id != person_id and one.left_on is None)
        await self.cases.is_given_to(case.id, person_id, heir.id, scene.role)
        await self._receive(case)

    async def _pays(self, month: int) -> None:
        earned = await self._earned(month)
        view = await self.payroll.is_paid(Month(2025, month), earned)
        assert view.batch.state is BatchState.SETTLED
        _within_the_guard(view, earned)
        for line in view.lines:
            self.slips[line.person_id] += (line.withheld or ZERO).fen

    async def _earned(self, month: int) -> dict[str, Money]:
        """From below the minimum to comfortable; who has left gets none after June."""
        people = [one for one in await self.uow.persons.where() if one.left_on is None]
        return {
            one.employee_no: Money(200_000 + drawn(place, month) % 900_000)
            for place, one in enumerate(people)
        }

    async def _somebody(self, scene: Scene, number: int, month: int) -> int:
        place = SCENES.index(scene)
        employee_no = worker(drawn(number, 1) % (STAFF // 4) * 4 + place + 1)
        if month > LEFT_ON.month and employee_no in LEAVERS:
            employee_no = worker(place + 1)
        return (await self._person(employee_no)).id

    async def _person(self, employee_no: str) -> Person:
        person = await self.uow.persons.one(employee_no=employee_no)
        assert person is not None
        return person


def _scene(case: Case) -> Scene:
    return next(scene for scene in SCENES if scene.rulebook == case.rulebook)


def _within_the_guard(view: PayrollView, earned: dict[str, Money]) -> None:
    for one in view.people:
        wage = earned[one.person.employee_no].fen if one.person.employee_no in earned else 0
        assert one.withheld.fen <= max(0, min(wage // 5, wage - MINIMUM))
