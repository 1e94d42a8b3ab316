"""A year by presses: 300 cases under four rulebooks, appeals, corrections, leavers; every fen is found again."""

from collections import Counter
from typing import Final

import pytest

from core.ledger.account import Account, Occasion
from core.ledger.balances import owed_by, owed_in
from core.ledger.posting import Posting
from core.payroll.batch import BatchState
from tests.fakes import FakeUnitOfWork
from tests.year.company import founded
from tests.year.tracing import from_the_ledger, from_the_log
from tests.year.year import A_MONTH, Year

CASES: Final = 12 * A_MONTH


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


def taken_from_each(uow: FakeUnitOfWork) -> dict[int, int]:
    """What the ledger says went from each wage to the account of what is withheld."""
    found: Counter[int] = Counter()
    for posting in uow.ledger.booked:
        if any(entry.account is Account.WITHHELD for entry in posting.entries):
            for entry in posting.entries:
                if entry.person_id is not None:
                    found[entry.person_id] -= entry.amount.fen
    return {worker: fen for worker, fen in found.items() if fen}
