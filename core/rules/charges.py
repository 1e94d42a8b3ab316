"""Applying the charges of a rulebook in the order of the file."""

from core.model.assessment import Caution
from core.rulebook.compiled import RateRule, Ruled
from core.rulebook.money_rules import FixedCharge, RateCharge, ShareCharge
from core.rules.charging import Bill
from core.rules.fixed_charges import apply_fixed
from core.rules.pool_charges import apply_share
from core.rules.rate_charges import apply_rate
from core.rules.span import UNKNOWN
from core.rules.tally import line_of


def apply_charges(bill: Bill) -> None:
    """Apply every charge whose condition holds; where that is unknown, the amounts stay open."""
    for charge in bill.rulebook.charges:
        answer = charge.gate.holds(bill.case)
        row = charge.row
        if answer:
            if not bill.asks_by_department:
                bill.ask_for_people(row.roles, row.clause)
            _apply(bill, charge)
        elif answer is None:
            _leave_open(bill, row)
    _ignore_unused_rates(bill)


def _apply(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> None:
    if isinstance(charge, RateRule):
        apply_rate(bill, charge)
    elif isinstance(charge.row, ShareCharge):
        apply_share(bill, charge)
    else:
        apply_fixed(bill, charge)


def _leave_open(bill: Bill, row: RateCharge | ShareCharge | FixedCharge) -> None:
    for party in bill.parties(row.roles):
        tally = bill.tallies[party.place]
        tally.uses_rate = True
        tally.charge(row.effect, UNKNOWN, line_of(row.clause, row.effect, UNKNOWN, (("unknown", ()),)))


def _ignore_unused_rates(bill: Bill) -> None:
    for tally in bill.tallies.values():
        named = tally.party.named
        if named.chosen_rate is not None and not tally.uses_rate:
            bill.findings.warn(Caution("ignored", person=named.id))
