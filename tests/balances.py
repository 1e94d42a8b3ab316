"""What transactions come to, account by account, reckoned apart from the code that keeps the ledger."""

from collections import Counter
from collections.abc import Iterable

from core.ledger.account import Account
from core.ledger.posting import Posting
from core.model.money import Money


def balances(postings: Iterable[Posting]) -> dict[tuple[Account, str], Money]:
    """The balance of each account, funds by their names; debits are positive, and the sum is nothing."""
    totals: Counter[tuple[Account, str]] = Counter()
    for posting in postings:
        for entry in posting.entries:
            totals[(entry.account, entry.fund)] += entry.amount.fen
    return {key: Money(fen) for key, fen in totals.items()}
