"""What the payroll batches show of one case: how much is withheld, and whether that is all, and within the limit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.ledger.account import Account
from core.ledger.balances import balances, owed_in
from core.ledger.posting import Posting
from core.model.money import ZERO, Money
from core.payroll.batch import Batch, BatchLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Withholding:
    """`left` is still owed on the notices of the case, `back` is owed to people, `amount` was withheld in all.

    `batches` are those that took or paid back something, oldest first; each keeps to the limit by its making. What a
    payslip withheld `beyond` its batch is not shown to be within it. `by` decided the latest of it.
    """

    left: Money = ZERO
    back: Money = ZERO
    amount: Money = ZERO
    batches: tuple[Batch, ...] = ()
    beyond: bool = False
    by: int | None = None
    at: datetime | None = None

    @property
    def months(self) -> tuple[str, ...]:
        """The months whose wages it touched."""
        return tuple(dict.fromkeys(batch.month for batch in self.batches))

    @property
    def is_settled(self) -> bool:
        """Whether batches withheld, and nothing is owed either way any more."""
        return bool(self.batches) and self.left == self.back == ZERO

    @property
    def is_shown(self) -> bool:
        """Whether the batches alone show that all is withheld, and within the limit."""
        return self.is_settled and not self.beyond and self.by is not None


def withholding_in(
    postings: Iterable[Posting], batches: Mapping[int, Batch], lines: Iterable[BatchLine]
) -> Withholding:
    """Of the transactions of one case, oldest first; `lines` are all of its people's in those batches."""
    noticed = [one for one in postings if one.ground.notice_id is not None]
    owed = [one.amount for one in owed_in(noticed)]
    moved = [one for one in noticed if one.ground.batch_id in batches]
    decided = [one for one in noticed if one.ground.decided_by is not None]
    latest = decided[-1] if decided else None
    return Withholding(
        left=sum((one for one in owed if one.fen > 0), start=ZERO),
        back=sum((ZERO - one for one in owed if one.fen < 0), start=ZERO),
        amount=balances(noticed).get((Account.WITHHELD, ""), ZERO),
        batches=tuple({one.ground.batch_id: batches[one.ground.batch_id or 0] for one in moved}.values()),
        beyond=_is_beyond(lines),
        by=latest.ground.decided_by if latest else None,
        at=latest.booked_at if latest else None,
    )


def _is_beyond(lines: Iterable[BatchLine]) -> bool:
    """Whether the payslips took more of somebody's month than the batch did, all of their lines together."""
    more: dict[tuple[int, int], Money] = {}
    for line in lines:
        key = line.batch_id, line.person_id
        more[key] = more.get(key, ZERO) + line.difference
    return any(one.fen > 0 for one in more.values())
