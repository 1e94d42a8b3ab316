"""What actions need of the ledger, and bot/ provides."""

from collections.abc import Sequence
from typing import Protocol

from core.ledger.account import Account
from core.ledger.balances import Owed
from core.ledger.posting import Posting


class Ledger(Protocol):
    """The append-only, hash-chained ledger."""

    async def book(self, posting: Posting) -> Posting:
        """Append a transaction; it comes back with its id."""
        ...

    async def book_all(self, postings: Sequence[Posting]) -> tuple[tuple[Posting, str], ...]:
        """Append transactions; each comes back with its id and the ledger's head after it."""
        ...

    async def postings(
        self, *, case_id: int | None = None, person_id: int | None = None, batch_id: int | None = None
    ) -> tuple[Posting, ...]:
        """Transactions of that case, of that person's accounts and of that batch, oldest first; without any: all."""
        ...

    async def owed(
        self, person_id: int | None = None, account: Account = Account.RECEIVABLE
    ) -> tuple[Owed, ...]:
        """What that person owes, or everybody, by case and clause, the oldest case first; rewards are below zero."""
        ...

    async def head(self) -> str:
        """The hash of the latest entry; empty while there is none."""
        ...
