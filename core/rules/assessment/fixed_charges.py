"""Charges of a fixed amount: for each person, or once for all together; added, or raised to."""

from core.model.assessment import Caution, Step
from core.model.money import largest_remainder
from core.rulebook.circumstances import Party
from core.rulebook.compiled import Ruled
from core.rulebook.gate import value_of
from core.rulebook.money_rules import FixedCharge
from core.rules.assessment.charging import Bill
from core.rules.assessment.fixed_figures import Fixed, fixed_figure
from core.rules.assessment.span import UNKNOWN, Span, known
from core.rules.assessment.tally import line_of


def apply_fixed(bill: Bill, ruled: Ruled[FixedCharge]) -> None:
    """Charge a fixed amount to each party, or once to all of the role together."""
    row = ruled.row
    members = sorted(_charged(bill, row), key=lambda party: party.named.id)
    shares = {party.place: _counted(bill, row, party, fixed_figure(bill, row, party)) for party in members}
    if row.per == "group":
        shares = _once(shares)
    for party in members:
        _book(bill, row, party, *shares[party.place])


def _charged(bill: Bill, row: FixedCharge) -> list[Party]:
    """Return who is charged.

    An amount that only raises what is paid leaves out who pays nothing; one charged once, who pays already.
    """
    parties = bill.parties(row.roles)
    if row.combine == "raise_to":
        return [party for party in parties if bill.tallies[party.place].compensation.high != 0]
    if row.combine == "once":
        paying = _payers(bill, row.clause)
        return [party for party in parties if party.named.id not in paying]
    return parties


def _payers(bill: Bill, clause: str) -> set[str]:
    """Return the ids of the persons who pay under this clause already, in whatever role."""
    return {
        tally.party.named.id
        for tally in bill.tallies.values()
        if any(line.clause == clause for line in tally.lines)
    }


def _once(shares: dict[int, Fixed]) -> dict[int, Fixed]:
    count = len(shares)
    if count <= 1:
        return shares
    whole, steps = next(iter(shares.values()))
    if whole.high is None:
        return shares
    even = [1] * count
    lows, highs = largest_remainder(whole.low or 0, even), largest_remainder(whole.high, even)
    steps = (*steps, ("split_once", (whole.high, count)))
    ends = zip(shares, lows, highs, strict=True)
    return {place: (Span(low, high, whole.is_open), steps) for place, low, high in ends}


def _counted(bill: Bill, row: FixedCharge, party: Party, figure: Fixed) -> Fixed:
    if not row.times:
        return figure
    counts = (value_of(fact, bill.case, party) for fact in row.times)
    times = sum(count for count in counts if isinstance(count, int))
    amount, steps = figure
    return (_multiplied(amount, times), (*steps, ("times", (times,)))) if times != 1 else figure


def _multiplied(amount: Span, times: int) -> Span:
    low = None if amount.low is None else amount.low * times
    high = None if amount.high is None else amount.high * times
    return Span(low, high, amount.is_open)


def _book(bill: Bill, row: FixedCharge, party: Party, amount: Span, steps: tuple[Step, ...]) -> None:
    tally = bill.tallies[party.place]
    if row.combine == "raise_to":
        amount, steps = _raise(tally.compensation, amount, steps)
    if row.legal_review:
        bill.findings.warn(Caution("legal_review", clause=row.clause))
    if amount.high != 0 or row.combine == "raise_to":
        bill.findings.lean_on(row.reading, row.clause)
    tally.charge(row.effect, amount, line_of(row.clause, row.effect, amount, steps, row.account))


def _raise(before: Span, goal: Span, steps: tuple[Step, ...]) -> Fixed:
    """Return what is missing to the goal, end by end; nothing where the amount already reaches it."""
    if goal.low is None or before.low is None or before.high is None:
        return UNKNOWN, steps
    low = max(0, goal.low - before.low)
    if goal.high is None:
        return Span(low, None, True), steps
    more = max(0, goal.high - before.high)
    if before.is_open:
        return Span(low, more, True), steps
    name = "raised" if more else "not_raised"
    return known(more), (*steps, (name, (before.high, goal.high)))
