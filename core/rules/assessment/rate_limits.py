"""Cap and floor of a rate charge, and the readings they lean on."""

from core.model.assessment import Caution, Step
from core.rulebook.money_rules import RateCharge
from core.rules.assessment.charging import Bill
from core.rules.assessment.span import Span


def limited(bill: Bill, row: RateCharge, amount: Span, steps: list[Step]) -> Span:
    """Return the amount within cap and floor; both stand for each person."""
    low, high = amount.low or 0, amount.high or 0
    if row.cap is not None and high > row.cap.fen:
        low, high = min(low, row.cap.fen), row.cap.fen
        steps.append(("cap", (row.cap.fen,)))
        bill.findings.lean_on(row.cap_reading, row.clause)
    if row.floor is not None and low < row.floor.fen:
        low, high = row.floor.fen, max(high, row.floor.fen)
        steps.append(("floor", (row.floor.fen,)))
        if bill.base is not None and row.floor.fen > bill.base:
            bill.findings.warn(Caution("floor_above_loss", clause=row.clause))
            bill.findings.lean_on(row.floor_reading, row.clause)
    return Span(low, high, amount.is_open)


def lean_on_each(bill: Bill, row: RateCharge, uncapped: list[int]) -> None:
    """Note that rate, cap and floor stand for each person, where it would differ for all together."""
    counted = [fen for fen in uncapped if fen]
    if len(counted) <= 1:
        return
    bill.findings.lean_on(row.several_reading, row.clause)
    is_over = row.cap is not None and sum(counted) > row.cap.fen
    is_under = row.floor is not None and min(counted) < row.floor.fen
    if is_over or is_under:
        bill.findings.lean_on(row.cap_reading, row.clause)
