"""What the transactions come to: the balance of each account, and what each person owes by case and clause."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.ledger.account import DECIDED, Account, Occasion
from core.ledger.posting import Entry, Posting
from core.model.money import ZERO, Money


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Owed:
    """What one person owes under one clause of one case, by the notice it was told in; below zero they are owed it.

    What has no notice (0) is a reward.
    """

    case_id: int
    notice_id: int
    clause: str
    person_id: int
    amount: Money


def balances(postings: Iterable[Posting]) -> dict[tuple[Account, str], Money]:
    """The balance of each account, funds by their names; debits are positive, and the sum is nothing."""
    totals: Counter[tuple[Account, str]] = Counter()
    for posting in postings:
        for entry in posting.entries:
            totals[(entry.account, entry.fund)] += entry.amount.fen
    return {key: Money(fen) for key, fen in totals.items()}


def owed_in(postings: Iterable[Posting], account: Account = Account.RECEIVABLE) -> tuple[Owed, ...]:
    """Every person's balance in that account that is not nothing, the oldest case first."""
    totals: Counter[tuple[int, int, str, int]] = Counter()
    for posting in postings:
        for entry in posting.entries:
            if entry.account is account:
                totals[_key(posting, entry)] += entry.amount.fen
    found = (
        Owed(case_id=case, notice_id=notice, clause=clause, person_id=person, amount=Money(fen))
        for (case, notice, clause, person), fen in totals.items()
        if fen
    )
    return tuple(sorted(found))


def owed_by(owed: Iterable[Owed]) -> Money:
    """What these come to."""
    return sum((one.amount for one in owed), start=ZERO)


def standing(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """Charges and rewards that no later transaction undid, oldest first."""
    every = tuple(postings)
    undone = {posting.reverses for posting in every}
    return tuple(one for one in every if one.occasion in DECIDED and one.id not in undone)


def standing_waivers(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """What was waived and not undone since, oldest first."""
    every = tuple(postings)
    undone = {posting.reverses for posting in every}
    return tuple(one for one in every if one.occasion is Occasion.WAIVED and one.id not in undone)


def latest_waivers(postings: Iterable[Posting], notice_id: int) -> tuple[Posting, ...]:
    """What was waived of that notice since its latest charge, whether it was undone since or not; oldest first."""
    own = [one for one in postings if one.ground.notice_id == notice_id]
    charged = max((one.id for one in own if one.occasion is Occasion.CHARGED), default=0)
    return tuple(one for one in own if one.occasion is Occasion.WAIVED and one.id > charged)


def _key(posting: Posting, entry: Entry) -> tuple[int, int, str, int]:
    return posting.ground.case_id, posting.ground.notice_id or 0, entry.clause, entry.person_id or 0


def debits(posting: Posting) -> Money:
    """The amount that a transaction moves."""
    return sum((entry.amount for entry in posting.entries if entry.amount.fen > 0), start=ZERO)
