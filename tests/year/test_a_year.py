"""A year by presses: 300 cases under four rulebooks, appeals, corrections, leavers; every fen is found again."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest

from core.actions.end_employment_if_over import end_employment_if_over
from core.ledger.account import Account, Occasion
from core.ledger.balances import owed_by, owed_in
from core.ledger.posting import Posting
from core.model.case import Case
from core.model.money import ZERO, Money
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.batch import BatchState
from core.payroll.month import Month
from core.payroll.view import PayrollView
from tests.fakes import FakeUnitOfWork
from tests.year.case_play import CasePlay
from tests.year.company import LEAVERS, SCENES, STAFF, Scene, founded, worker
from tests.year.payroll_play import PayrollPlay

CASES: Final = 300
A_MONTH: Final = CASES // 12
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

    def __init__(self, uow: FakeUnitOfWork, folder: Path) -> None:
        self.uow = uow
        self.cases = CasePlay(uow)
        self.payroll = PayrollPlay(uow, folder)
        self.appealed: list[Notice] = []
        self.slips: Counter[int] = Counter()

    async def is_played(self) -> None:
        """Twelve times: appeals are judged, a case is corrected, cases are decided, wages are paid."""
        for month in range(1, 13):
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
        for number in range((month - 1) * A_MONTH, month * A_MONTH):
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
        withheld = {
            one.ground.notice_id for one in self.uow.ledger.booked if one.occasion is Occasion.WITHHELD
        }
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


@pytest.fixture(scope="module")
async def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    played = Year(await founded(), tmp_path_factory.mktemp("year"))
    await played.is_played()
    return played


async def test_every_month_was_closed_by_two_people_and_read_back(year: Year) -> None:
    batches = await year.uow.batches.where()

    assert len(await year.uow.cases.where()) == CASES
    assert [batch.state for batch in batches] == [BatchState.SETTLED] * 12
    assert all(batch.made_by != batch.closed_by for batch in batches)


async def test_the_log_alone_gives_the_balances_of_the_ledger(year: Year) -> None:
    assert from_the_log(year.uow) == from_the_ledger(year.uow)


async def test_what_went_from_each_wage_is_what_the_payslips_say(year: Year) -> None:
    at_once: Counter[int] = Counter()
    for posting in year.uow.ledger.booked:
        if posting.occasion is Occasion.PAID_BACK and posting.ground.batch_id is None:
            for entry in posting.entries:
                at_once[entry.person_id or 0] += entry.amount.fen

    taken = taken_from_each(year.uow)
    assert sum(at_once.values(), start=0) == 0
    paid_back = {person: fen for person, fen in at_once.items() if person}
    slips = {person: fen - paid_back.get(person, 0) for person, fen in year.slips.items()}
    assert {person: fen for person, fen in slips.items() if fen} == taken
    assert paid_back
    assert len(await year.uow.duties.where(kind="pay_back_leaver")) >= 1


async def test_charges_less_what_was_undone_and_withheld_are_what_is_owed(year: Year) -> None:
    booked = year.uow.ledger.booked
    charges = sum(_receivable(one) for one in booked if one.occasion is Occasion.CHARGED)
    undone = sum(_receivable(one) for one in booked if one.occasion is Occasion.REVERSED)
    settled = sum(taken_from_each(year.uow).values())

    assert charges + undone - settled == owed_by(owed_in(booked)).fen
    assert undone < 0


async def test_every_line_of_a_payslip_names_a_case_that_was_approved_and_noticed(year: Year) -> None:
    for line in await year.uow.batch_lines.where():
        notice, case = await year.uow.notices.get(line.notice_id), await year.uow.cases.get(line.case_id)
        assert (notice.case_id, notice.person_id) == (case.id, line.person_id)
        assert await year.uow.decisions.where(case_id=case.id)
        charges = [one for one in year.uow.ledger.booked if one.ground.notice_id == notice.id]
        assert {one.ground.rulebook for one in charges} == {case.rulebook}
        assert all(one.ground.figures_sha256 for one in charges)


async def test_nobody_repeats_for_nothing(year: Year) -> None:
    """What was undone in a case made the later ones that had counted it be looked at."""
    assert len(await year.uow.duties.where(kind="review_repetition")) >= 1
    assert {one.outcome for one in await year.uow.appeals.where()} >= {"upheld", "lifted"}


def _receivable(posting: Posting) -> int:
    return sum(entry.amount.fen for entry in posting.entries if entry.account is Account.RECEIVABLE)


def from_the_log(uow: FakeUnitOfWork) -> Counter[tuple[str, str, int | None]]:
    """The balances by nothing but what the log says was booked."""
    found: Counter[tuple[str, str, int | None]] = Counter()
    for row in uow.log.rows:
        if row.act == "booked":
            entries = row.facts["entries"]
            assert isinstance(entries, list)
            for account, fund, person_id, fen in entries:
                found[account, fund, person_id] += fen
    return Counter({key: fen for key, fen in found.items() if fen})


def from_the_ledger(uow: FakeUnitOfWork) -> Counter[tuple[str, str, int | None]]:
    found: Counter[tuple[str, str, int | None]] = Counter()
    for posting in uow.ledger.booked:
        for entry in posting.entries:
            found[entry.account.value, entry.fund, entry.person_id] += entry.amount.fen
    return Counter({key: fen for key, fen in found.items() if fen})


def taken_from_each(uow: FakeUnitOfWork) -> dict[int, int]:
    """What the ledger says went from each wage to the account of what is withheld."""
    found: Counter[int] = Counter()
    for posting in uow.ledger.booked:
        if any(entry.account is Account.WITHHELD for entry in posting.entries):
            for entry in posting.entries:
                if entry.person_id is not None:
                    found[entry.person_id] -= entry.amount.fen
    return {worker: fen for worker, fen in found.items() if fen}
