"""A year: 300 cases under four rulebooks, appeals, leavers, wages below the guard; every fen is found again."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from core.actions.book import book
from core.actions.book_reversals import book_reversals
from core.actions.close_payroll import close_payroll
from core.actions.make_payroll import make_payroll
from core.actions.prepare_payroll import prepare_payroll
from core.actions.report_payroll import report_payroll
from core.actions.settle_payroll import settle_payroll
from core.ledger.account import Account, Occasion
from core.ledger.balances import balances, owed_by, owed_in
from core.model.money import ZERO, Money
from core.model.notice import Notice
from core.model.roles import Grant, Role
from core.payroll.batch import BatchLine
from core.payroll.month import Month
from core.payroll.view import PayrollView
from tests.core.ledger.make_postings import charged, ground
from tests.core.payroll.make_payroll import LAWFUL, notice
from tests.fakes import FakeUnitOfWork
from tests.make import case, company, person

RULEBOOKS: Final = (
    "logistics-liability",
    "incident-compensation",
    "all-staff-liability",
    "six-grade-incidents",
)
STAFF: Final = 40
CASES: Final = 300


async def founded() -> FakeUnitOfWork:
    """Forty workers and two people of finance; the last three workers leave in June."""
    uow = FakeUnitOfWork(company(**LAWFUL), datetime(2025, 1, 1, tzinfo=UTC))
    for number in range(1, STAFF + 1):
        left_on = date(2025, 6, 15) if number > STAFF - 3 else None
        await uow.persons.add(person(f"W{number:02d}", left_on=left_on, chat_id=5000 + number))
    for number in (98, 99):
        await uow.persons.add(
            person(f"F{number}", grants=(Grant(Role.FINANCE),), department="财务部", chat_id=6000 + number)
        )
    return uow


def drawn(*parts: int) -> int:
    """A number that looks drawn, and is the same in every run."""
    state = 17
    for part in parts:
        state = (state * 1_103_515_245 + part * 12_345 + 7) % 2**31
    return state >> 7


async def decide_some(uow: FakeUnitOfWork, month: int) -> None:
    """Twenty-five cases are decided, each charging one person; every ninth is appealed against and lifted later."""
    for place in range(CASES // 12):
        number = (month - 1) * (CASES // 12) + place + 1
        rulebook = RULEBOOKS[number % 4]
        await uow.cases.add(case(number=f"{number:06d}", rulebook=rulebook, occurred_on=date(2025, month, 1)))
        worker = drawn(number, 1) % STAFF + 1
        given = notice(0, number, person_id=worker, number=f"TZ-2025-{number:04d}")
        given = await uow.notices.add(given)
        charge = charged(drawn(number, 2) % 300_000 + 1, person_id=worker)
        rested = ground(case_id=number, notice_id=given.id, rulebook=rulebook)
        await book(replace(charge, ground=rested), uow=uow)


async def appeals(uow: FakeUnitOfWork, month: int) -> None:
    """Of last month's notices every ninth froze; of those from before every eighteenth is lifted now."""
    for given in await uow.notices.where():
        made_in = (given.case_id - 1) // (CASES // 12) + 1
        if made_in == month - 1 and given.id % 9 == 0:
            await uow.notices.put(replace(given, is_frozen=True))
        if made_in == month - 2 and given.id % 18 == 0:
            await lifted(given, uow)


async def lifted(given: Notice, uow: FakeUnitOfWork) -> None:
    await uow.notices.put(replace(given, is_frozen=False, lifted_at=uow.now))
    await book_reversals(given.case_id, notice_id=given.id, decided_by=8, uow=uow)


def wages_of(month: int) -> dict[int, Money]:
    """From below the minimum to comfortable; who has left gets none after June."""
    working = STAFF if month <= 6 else STAFF - 3
    return {worker: Money(200_000 + drawn(worker, month) % 900_000) for worker in range(1, working + 1)}


async def paid(uow: FakeUnitOfWork, month: int) -> PayrollView:
    """The month is prepared, made, closed, reported with some payslips off, and settled."""
    first, second = [one for one in await uow.persons.where() if one.holds_anywhere(Role.FINANCE)]
    view = await prepare_payroll(Month(2025, month), wages_of(month), f"{month:064d}", uow=uow)
    view = await make_payroll(view.batch.id, view.batch.version, actor=first, uow=uow)
    view = await close_payroll(view.batch.id, view.batch.version, actor=second, uow=uow)
    said = {line.id: told(line) for line in view.lines}
    view = await report_payroll(view.batch.id, said, uow=uow)
    return await settle_payroll(view.batch.id, view.batch.version, actor=first, uow=uow)


def told(line: BatchLine) -> Money:
    """Payroll withheld a little less on every eleventh line."""
    return line.amount - Money(100) if line.id % 11 == 0 and line.amount.fen > 100 else line.amount


async def test_a_year_of_batches_leaves_every_fen_where_it_belongs() -> None:
    uow = await founded()
    slips: Counter[int] = Counter()
    for month in range(1, 13):
        await decide_some(uow, month)
        await appeals(uow, month)
        view = await paid(uow, month)
        within_the_guard(view, wages_of(month))
        for line in view.lines:
            slips[line.person_id] += (line.withheld or ZERO).fen
        assert sum(amount.fen for amount in balances(uow.ledger.booked).values()) == 0

    assert len(await uow.cases.where()) == CASES
    assert len(await uow.batches.where(state="settled")) == 12
    assert from_the_log(uow) == from_the_ledger(uow)
    assert taken_from_each(uow) == {worker: fen for worker, fen in slips.items() if fen}
    charges = sum(one.entries[0].amount.fen for one in uow.ledger.booked if one.occasion is Occasion.CHARGED)
    undone = sum(one.entries[1].amount.fen for one in uow.ledger.booked if one.occasion is Occasion.REVERSED)
    assert charges - undone - sum(slips.values()) == owed_by(owed_in(uow.ledger.booked)).fen
    assert undone > 0


def within_the_guard(view: PayrollView, wages: dict[int, Money]) -> None:
    taken: Counter[int] = Counter()
    for line in view.lines:
        taken[line.person_id] += max(0, line.amount.fen)
    for worker, fen in taken.items():
        wage = wages[worker].fen if worker in wages else 0
        assert fen <= max(0, min(wage // 5, wage - 249_000))


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
