"""Applying the charges of a rulebook in the order of the file."""

from core.rulebook.compiled import RateRule, Ruled
from core.rulebook.figures import FromSetting
from core.rulebook.money_rules import FixedCharge, RateCharge, ShareCharge
from core.rules.assessment.apportionment import row_in_force
from core.rules.assessment.charging import Bill
from core.rules.assessment.fixed_charges import apply_fixed
from core.rules.assessment.grounds import ground_of
from core.rules.assessment.pool_charges import apply_share
from core.rules.assessment.rate_charges import apply_rate
from core.rules.assessment.span import UNKNOWN
from core.rules.assessment.tally import line_of


def apply_charges(bill: Bill) -> None:
    """Apply every charge whose condition holds; where that is unknown, the amounts stay open."""
    for charge in bill.rulebook.charges:
        answer = charge.gate.holds(bill.case)
        row = charge.row
        if answer:
            if bill.lacking(row.roles):
                _ask_for_lacking(bill, charge)
            elif not any(role in bill.case.people for role in row.roles):
                _note_gap(bill, charge)
            _apply(bill, charge)
        elif answer is None:
            _leave_open(bill, row)


def _ask_for_lacking(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> None:
    if not bill.asks_by_department and not _asks_by_row(bill, charge):
        bill.ask_for_people(charge.row.roles, charge.row.clause)
    _note_gap(bill, charge)


def _asks_by_row(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> bool:
    """Tell whether only the roles that a row of shares names are charged: that row asks for them."""
    if not isinstance(charge.row, ShareCharge):
        return False
    row = row_in_force(bill.rulebook, bill.case, "people")
    return row is None or row.shares != "entered"


def _note_gap(bill: Bill, charge: RateRule | Ruled[ShareCharge] | Ruled[FixedCharge]) -> None:
    """Note the figure that the regulation leaves out: it is missing even before anybody is named."""
    name = _setting_of(charge)
    if name is None or name in bill.case.settings:
        return
    if not isinstance(charge, RateRule) or ground_of(bill, charge).base != 0:
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
        tally.uses_rate = tally.uses_share = tally.uses_factor = True
        if not is_nothing:
            tally.charge(row.effect, UNKNOWN, line_of(row.clause, row.effect, UNKNOWN, (("unknown", ()),)))
