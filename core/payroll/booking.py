"""What a line of a batch books, on the ground of the charge it pays."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from core.ledger.account import DECIDED, Account, Occasion
from core.ledger.balances import Owed, debits
from core.ledger.posting import Posting, moved
from core.model.money import ZERO, Money
from core.payroll.batch import BatchLine


def withheld_posting(line: BatchLine, charge: Posting, decided_by: int, now: datetime) -> Posting:
    """The line's amount withheld from the wage, paid back with it, or paid out as a reward."""
    back = Occasion.PAID_BACK if line.notice_id else Occasion.PAID_OUT
    occasion = Occasion.WITHHELD if line.amount.fen > 0 else back
    return _posting(line, line.amount, occasion, charge, decided_by, now)


def difference_posting(line: BatchLine, charge: Posting, decided_by: int, now: datetime) -> Posting:
    """What the payslip withheld beyond the line, or left out of it."""
    return _posting(line, line.difference, Occasion.ADJUSTED, charge, decided_by, now)


def waiver_posting(
    amount: Money, charge: Posting, clause: str, decided_by: int | None, now: datetime
) -> Posting:
    """What the company no longer asks of the person."""
    person_id = next(entry.person_id for entry in charge.entries if entry.person_id)
    return Posting(
        occasion=Occasion.WAIVED,
        ground=replace(charge.ground, decided_by=decided_by),
        entries=moved(amount, Account.WRITTEN_OFF, Account.RECEIVABLE, clause=clause, person_id=person_id),
        booked_at=now,
    )


def waived_again(
    waivers: Iterable[Posting], charge: Posting, owed: Iterable[Owed], now: datetime
) -> tuple[Posting, ...]:
    """As much as these waived, of what is owed on the charge by clause now; each by whoever allowed it."""
    left = {one.clause: one.amount.fen for one in owed if one.amount.fen > 0}
    booked = []
    for waiver in waivers:
        rest = debits(waiver).fen
        for clause, fen in left.items():
            part = min(rest, fen)
            rest -= part
            left[clause] -= part
            if part:
                by = waiver.ground.decided_by
                booked.append(waiver_posting(Money(part), charge, clause, by, now))
    return tuple(booked)


Charges = Mapping[tuple[int, int, int], Posting]
"""By case, notice (0: reward) and person, the latest charge or reward: it names edition, figures and case."""


def charges_in(postings: Iterable[Posting]) -> Charges:
    """What lines may rest on."""
    decided = sorted((one for one in postings if one.occasion in DECIDED), key=lambda one: one.id)
    return {
        (one.ground.case_id, one.ground.notice_id or 0, entry.person_id): one
        for one in decided
        for entry in one.entries
        if entry.person_id is not None
    }


def charge_behind(line: BatchLine, charges: Charges) -> Posting:
    """That of the line's notice, or reward."""
    return charges[line.case_id, line.notice_id, line.person_id]


def _posting(
    line: BatchLine, amount: Money, occasion: Occasion, charge: Posting, decided_by: int, now: datetime
) -> Posting:
    ways = (Account.WITHHELD, Account.RECEIVABLE if line.notice_id else Account.REWARDS)
    debit, credit = ways if amount.fen > 0 else ways[::-1]
    plain = amount if amount.fen > 0 else ZERO - amount
    return Posting(
        occasion=occasion,
        ground=replace(charge.ground, decided_by=decided_by, batch_id=line.batch_id),
        entries=moved(plain, debit, credit, clause=line.clause, person_id=line.person_id),
        booked_at=now,
    )
