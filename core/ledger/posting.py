"""A transaction of the ledger: entries in fen that add up to nothing, with the ground they stand on."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.ledger.account import PERSONAL, Account, Occasion
from core.model.money import ZERO, Money


class Unbalanced(ValueError):
    """The entries do not add up to nothing, or one of them does not say whose or which it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a transaction rests on: the case with its edition, the assessment as put to people, who decided.

    `notice_id` is None for a reward; `decided_by` is who gave the last word, None where a clock did;
    `batch_id` is the payroll batch that it came from.
    """

    case_id: int
    version: int
    notice_id: int | None = None
    rulebook: str
    edition: str
    edition_sha256: str
    figures_sha256: str
    decided_by: int | None = None
    batch_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: a debit is positive, a credit negative; `fund` names the fund, `clause` the clause behind it."""

    account: Account
    amount: Money
    clause: str
    person_id: int | None = None
    fund: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One transaction; raises Unbalanced unless its entries are two or more and add up to nothing.

    `reverses` is the id of the transaction that it undoes.
    """

    id: int = 0
    occasion: Occasion
    ground: Ground
    entries: tuple[Entry, ...]
    booked_at: datetime
    reverses: int | None = None

    def __post_init__(self) -> None:
        is_sound = all(_is_sound(entry) for entry in self.entries)
        if (
            not self.entries
            or not is_sound
            or sum((entry.amount for entry in self.entries), start=ZERO) != ZERO
        ):
            raise Unbalanced(self.entries)

    def reversed_at(self, now: datetime, decided_by: int | None) -> "Posting":
        """The transaction that undoes this one, decided by somebody else or by nobody."""
        return Posting(
            occasion=Occasion.REVERSED,
            ground=replace(self.ground, decided_by=decided_by),
            entries=tuple(replace(entry, amount=ZERO - entry.amount) for entry in self.entries),
            booked_at=now,
            reverses=self.id,
        )


def moved(
    amount: Money, debit: Account, credit: Account, *, clause: str, person_id: int, fund: str = ""
) -> tuple[Entry, Entry]:
    """The two entries that move an amount; whose and which fund is said where the account asks for it."""
    return (
        _entry(debit, amount, clause, person_id, fund),
        _entry(credit, ZERO - amount, clause, person_id, fund),
    )


def _entry(account: Account, amount: Money, clause: str, person_id: int, fund: str) -> Entry:
    return Entry(
        account=account,
        amount=amount,
        clause=clause,
        person_id=person_id if account in PERSONAL else None,
        fund=fund if account is Account.FUND else "",
    )


def _is_sound(entry: Entry) -> bool:
    is_whose_said = (entry.person_id is not None) is (entry.account in PERSONAL)
    return is_whose_said and bool(entry.fund) is (entry.account is Account.FUND) and entry.amount != ZERO
