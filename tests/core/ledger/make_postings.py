"""Transactions with only what a test cares about spelt out."""

from typing import Any

from core.ledger.account import COMPANY_FINANCE, Account, Occasion
from core.ledger.posting import Entry, Ground, Posting, moved
from core.model.money import Money
from tests.make import NOW


def ground(**changes: Any) -> Ground:
    settings: dict[str, Any] = {
        "case_id": 1,
        "version": 7,
        "notice_id": 1,
        "rulebook": "logistics-liability",
        "edition": "undated",
        "edition_sha256": "e" * 64,
        "figures_sha256": "f" * 64,
        "decided_by": 5,
    }
    return Ground(**(settings | changes))


def charged(fen: int = 87600, person_id: int = 17, clause: str = "5.1", **changes: Any) -> Posting:
    """That person is charged that amount."""
    return posting(
        moved(
            Money(fen),
            Account.RECEIVABLE,
            Account.FUND,
            clause=clause,
            person_id=person_id,
            fund=COMPANY_FINANCE,
        ),
        **changes,
    )


def withheld(fen: int, person_id: int = 17, clause: str = "5.1", **changes: Any) -> Posting:
    """So much was withheld from that person's wage."""
    entries = moved(Money(fen), Account.WITHHELD, Account.RECEIVABLE, clause=clause, person_id=person_id)
    return posting(entries, occasion=Occasion.WITHHELD, **changes)


def rewarded(fen: int, person_id: int = 17, **changes: Any) -> Posting:
    """That person has earned a reward."""
    entries = moved(
        Money(fen), Account.FUND, Account.REWARDS, clause="9.3", person_id=person_id, fund=COMPANY_FINANCE
    )
    return posting(entries, occasion=Occasion.REWARDED, **({"notice_id": None} | changes))


def posting(entries: tuple[Entry, ...], **changes: Any) -> Posting:
    settings: dict[str, Any] = {"occasion": Occasion.CHARGED, "booked_at": NOW, "entries": entries}
    grounds = {name: changes.pop(name) for name in ("case_id", "notice_id", "batch_id") if name in changes}
    return Posting(**({"ground": ground(**grounds)} | settings | changes))
