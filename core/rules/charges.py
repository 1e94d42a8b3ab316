"""Applying the charges of a rulebook in the order of the file."""

from core.model.assessment import Caution
from core.rulebook.compiled import RateRule, Ruled
from core.rulebook.figures import FromSetting
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
            if bill.lacking(row.roles):
                _ask_for_lacking(bill, charge)
            _apply(bill, charge)
        elif answer is None:
            _leave_open(bill, row)
    _ignore_unused_rates(bill)


def _ask_for_lacking(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> None:
    if not bill.asks_by_department:
        bill.ask_for_people(charge.row.roles, charge.row.clause)
    _note_gap(bill, charge)


def _note_gap(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> None:
    """Note the figure that the regulation leaves out: it is missing even before anybody is named."""
    name = _setting_of(charge) if bill.base != 0 or not isinstance(charge, RateRule) else None
    if name is not None and name not in bill.case.settings:
        bill.findings.missing_settings[name] = None


def _setting_of(charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> str | None:
    if isinstance(charge, RateRule):
        return charge.setting
    figure = charge.row.amount if isinstance(charge.row, FixedCharge) else None
    return figure.setting if isinstance(figure, FromSetting) else None


def _apply(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> None:
    if isinstance(charge, RateRule):
        apply_rate(bill, charge)
    elif isinstance(charge.row, ShareCharge):
        apply_share(bill, charge)
    else:
        apply_fixed(bill, charge)


def _leave_open(bill: Bill, row: RateCharge | ShareCharge | FixedCharge) -> None:
    is_nothing = isinstance(row, RateCharge) and row.of is None and bill.base == 0
    for party in bill.parties(row.roles):
        tally = bill.tallies[party.place]
        tally.uses_rate = True
        if not is_nothing:
            tally.charge(row.effect, UNKNOWN, line_of(row.clause, row.effect, UNKNOWN, (("unknown", ()),)))


def _ignore_unused_rates(bill: Bill) -> None:
    for tally in bill.tallies.values():
        named = tally.party.named
        if named.chosen_rate is not None and not tally.uses_rate:
            bill.findings.warn(Caution("ignored", person=named.id))
