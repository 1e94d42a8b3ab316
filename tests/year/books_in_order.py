"""What must be true of money at every moment, whatever came before."""

from collections import Counter

from core.ledger.account import Account, Occasion
from core.model.money import Money
from core.model.notice import AppealState, Notice
from core.payroll.batch import Batch, BatchState
from core.rules.appeal.correcting import is_taken_up
from tests.fakes import FakeUnitOfWork
from tests.year.tracing import from_the_ledger, from_the_log

_CASH = (Occasion.WITHHELD, Occasion.ADJUSTED, Occasion.PAID_BACK, Occasion.CARRIED)
_FINAL = (BatchState.CLOSED, BatchState.SETTLED)
_SHARE = 5
_MINIMUM = 249_000
"""In fen, of all sites."""


async def check_books(uow: FakeUnitOfWork, wages: dict[int, dict[int, Money]]) -> None:
    """Each fen is where log, notices and batches say it is; `wages` are what was earned, by batch and person."""
    assert from_the_log(uow) == from_the_ledger(uow)
    for notice in await uow.notices.where():
        await _check_notice(notice, uow)
    for batch in await uow.batches.where(state=_FINAL):
        await _check_batch(batch, wages[batch.id], uow)


async def _check_notice(notice: Notice, uow: FakeUnitOfWork) -> None:
    """What is owed is what was charged less what came.

    On a notice that is gone all that came goes back; only what went back too much can be owed, or be waived.
    """
    owed, came, waived = _of_notice(notice, uow)
    is_open = is_taken_up(await uow.cases.get(notice.case_id))
    appeals = await uow.appeals.where(notice_id=notice.id, state=AppealState.OPEN)
    if not notice.is_standing:
        assert owed + came + waived == 0, notice.number
        assert 0 <= waived <= max(0, -came), notice.number
        return
    assert notice.is_frozen == (is_open or bool(appeals)), notice.number
    if not is_open:
        assert owed + came + waived == notice.amount.fen, notice.number


def _of_notice(notice: Notice, uow: FakeUnitOfWork) -> tuple[int, int, int]:
    owed = came = waived = 0
    undone = {one.reverses for one in uow.ledger.booked}
    for posting in uow.ledger.booked:
        if posting.ground.notice_id != notice.id:
            continue
        fen = sum(one.amount.fen for one in posting.entries if one.account is Account.RECEIVABLE)
        owed += fen
        came -= fen if posting.occasion in _CASH else 0
        waived -= fen if posting.occasion is Occasion.WAIVED and posting.id not in undone else 0
    return owed, came, waived


async def _check_batch(batch: Batch, wages: dict[int, Money], uow: FakeUnitOfWork) -> None:
    """Nobody lost more than the law lets; each line is booked as it stands, or as the payslip says."""
    lines = await uow.batch_lines.where(batch_id=batch.id)
    withheld, said, booked = Counter[int](), Counter[int](), Counter[int]()
    for line in lines:
        withheld[line.person_id] += max(0, line.amount.fen)
        is_said = batch.state is BatchState.SETTLED and line.withheld is not None
        said[line.person_id] += line.withheld.fen if is_said and line.withheld else line.amount.fen
    for person_id, fen in withheld.items():
        wage = wages.get(person_id, Money(0)).fen
        assert fen <= max(0, min(wage // _SHARE, wage - _MINIMUM)), batch.number
    for posting in await uow.ledger.postings(batch_id=batch.id):
        for entry in posting.entries:
            if entry.person_id is not None:
                booked[entry.person_id] -= entry.amount.fen
    assert {one: fen for one, fen in said.items() if fen} == {one: fen for one, fen in booked.items() if fen}
