"""Charges by a rate of what other people pay, once more for each next person in a chain."""

from core.model.assessment import Step
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import RateRule
from core.rulebook.money_rules import Of
from core.rules.assessment.charging import Bill
from core.rules.assessment.span import NOTHING, UNKNOWN, Span, known
from core.rules.assessment.tally import line_of

Steps = list[Step]


def apply_to_amounts(bill: Bill, rule: RateRule, of: Of, parties: list[Party]) -> None:
    """Charge (or reward) the parties in the order named."""
    payers = bill.parties((of.amounts_of,))
    before = NOTHING if payers or bill.base == 0 else UNKNOWN
    for payer in payers:
        before = before.plus(bill.tallies[payer.place].compensation)
    source: str = of.amounts_of
    for party in parties[:1] if rule.row.only == "first" else parties:
        amount, steps = _of_amount(rule, before, source)
        book(bill, rule, party, amount, steps)
        if of.chain:
            before, source = amount, party.role
    if parties and before.high != 0:
        bill.findings.lean_on(rule.row.reading, rule.row.clause)
        if len(parties) > 1:
            bill.findings.lean_on(rule.row.chain_reading, rule.row.clause)


def _of_amount(rule: RateRule, before: Span, source: str) -> tuple[Span, Steps]:
    if before.low is None or before.high is None:
        return UNKNOWN, [("rate", (rule.low,)), ("unknown", ())]
    low, high = half_up(before.low * rule.low, WHOLE), half_up(before.high * rule.low, WHOLE)
    steps: Steps = [("of_amounts", (before.low, source)), ("rate", (rule.low,))]
    if before.is_open:
        steps = [("rate", (rule.low,)), ("between", (low, high))]
        return Span(low, high, True), steps
    steps.append(("result", (rule.low, before.low * rule.low, low)))
    return known(low), steps


def book(bill: Bill, rule: RateRule, party: Party, amount: Span, steps: Steps) -> None:
    """Write the amount into the account of a party."""
    row = rule.row
    line = line_of(row.clause, row.effect, amount, (*bill.changes(party), *steps), row.account)
    bill.tallies[party.place].charge(row.effect, amount, line)
