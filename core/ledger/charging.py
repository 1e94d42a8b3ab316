"""What a decision books: charges to the person, to the fund that the rulebook names, and rewards."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from core.ledger.account import COMPANY_FINANCE, Account, Occasion
from core.ledger.posting import Entry, Ground, Posting, moved
from core.model.assessment import Line, PersonResult

COMPENSATION: Final = "compensation"
FINE: Final = "fine"
REWARD: Final = "reward"


def charge_of(result: PersonResult, ground: Ground, now: datetime, *, with_fines: bool) -> Posting | None:
    """The person owes each line of compensation, and fines where they may be charged; None if that is nothing."""
    kinds = (COMPENSATION, FINE) if with_fines else (COMPENSATION,)
    entries = tuple(_entries(result, kinds, Account.RECEIVABLE, Account.FUND))
    return _posting(Occasion.CHARGED, ground, entries, now)


def reward_of(result: PersonResult, ground: Ground, now: datetime) -> Posting | None:
    """The person is owed each reward; None if there is none."""
    entries = tuple(_entries(result, (REWARD,), Account.FUND, Account.REWARDS))
    return _posting(Occasion.REWARDED, ground, entries, now)


def _posting(occasion: Occasion, ground: Ground, entries: tuple[Entry, ...], now: datetime) -> Posting | None:
    if not entries:
        return None
    return Posting(occasion=occasion, ground=ground, entries=entries, booked_at=now)


def _entries(
    result: PersonResult, kinds: tuple[str, ...], debit: Account, credit: Account
) -> Iterator[Entry]:
    for line in result.lines:
        if line.kind in kinds and line.amount is not None and line.amount.fen > 0:
            yield from moved(
                line.amount,
                debit,
                credit,
                clause=line.clause,
                person_id=int(result.id),
                fund=_fund(line),
            )


def _fund(line: Line) -> str:
    return line.account or COMPANY_FINANCE
