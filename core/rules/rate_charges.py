"""Charges by a rate: of the person's part of the base, or of what other people pay."""

from core.model.assessment import Caution, Step
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import RateRule
from core.rules.amount_charges import apply_to_amounts, book
from core.rules.apportionment import ALL, Part
from core.rules.charging import Bill
from core.rules.rate_limits import lean_on_each, limited
from core.rules.rates import PersonalRate, personal_rate, refuse_outside
from core.rules.span import NOTHING, UNKNOWN, Span

Steps = list[Step]


def apply_rate(bill: Bill, rule: RateRule) -> None:
    """Charge every party of the rule's roles."""
    parties = bill.parties(rule.row.roles)
    if rule.row.of is not None:
        apply_to_amounts(bill, rule, rule.row.of, parties)
        return
    uncapped = [_charge_part(bill, rule, party) for party in parties]
    lean_on_each(bill, rule.row, uncapped)


def _charge_part(bill: Bill, rule: RateRule, party: Party) -> int:
    """Charge one party; return the amount before cap and floor, 0 where it is not known."""
    part = ALL if bill.parts is None else bill.parts.get(party.place)
    is_nothing = bill.base == 0 or (part is not None and part[0] == 0)
    if not bill.may_become_another(party):
        refuse_outside(rule, party, bill.findings)
    rate = personal_rate(rule, bill.rulebook, bill.case, party, bill.findings, is_nothing=is_nothing)
    tally = bill.tallies[party.place]
    tally.uses_rate = tally.uses_rate or rule.by is not None
    steps = _opening(bill, part) + rate.steps
    if is_nothing:
        _nothing(bill, rule, party, steps)
        return 0
    if bill.base is None or party.role in bill.unsure:
        anything = UNKNOWN if bill.base is None else Span(0, bill.base, True)
        book(bill, rule, party, anything, [*steps, ("unknown", ())])
        return 0
    if part is None:
        _up_to_the_whole(bill, rule, party, rate, steps)
        return 0
    low, high = _ends(bill.base, part, rate, steps)
    _lean_on_rate(bill, rule, part, rate)
    amount = limited(bill, rule.row, Span(low, high, rate.is_open), steps)
    book(bill, rule, party, amount, steps)
    return low


def _nothing(bill: Bill, rule: RateRule, party: Party, steps: Steps) -> None:
    if rule.row.floor is not None:
        bill.findings.lean_on(rule.row.floor_reading, rule.row.clause)
    book(bill, rule, party, NOTHING, steps)


def _up_to_the_whole(bill: Bill, rule: RateRule, party: Party, rate: PersonalRate, steps: Steps) -> None:
    """Charge from nothing to what the whole base would give, while the part is not decided."""
    _, high = _ends(bill.base or 0, ALL, rate, [])
    high = high if rule.row.cap is None else min(high, rule.row.cap.fen)
    book(bill, rule, party, Span(0, high, True), [*steps, ("between", (0, high))])


def _opening(bill: Bill, part: Part | None) -> Steps:
    if bill.base is None:
        return []
    base: Step = ("base", (bill.base,))
    if part is None or bill.parts is None:
        return [base]
    return [base, ("part", (bill.split_clause, half_up(part[0] * WHOLE, part[1])))]


def _ends(base: int, part: Part, rate: PersonalRate, steps: Steps) -> tuple[int, int]:
    above, below = base * part[0] * rate.factor, part[1] * WHOLE * WHOLE
    low = half_up(above * rate.low, below)
    if rate.low == rate.high:
        steps.append(("result", (rate.low, above * rate.low * WHOLE // below, low)))
        return low, low
    high = half_up(above * rate.high, below)
    steps.append(("between", (low, high)))
    return low, high


def _lean_on_rate(bill: Bill, rule: RateRule, part: Part, rate: PersonalRate) -> None:
    findings, row = bill.findings, rule.row
    for reading, clause in rate.readings:
        findings.lean_on(reading, clause)
    if part[0] != part[1]:
        findings.lean_on(bill.parts_reading, bill.split_clause)
    if rule.review is not None and rule.review.holds(bill.case):
        findings.warn(Caution("legal_review", clause=row.clause))
