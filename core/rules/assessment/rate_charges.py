"""Charges by a rate: of the person's part of the base, or of what other people pay."""

from typing import Final

from core.model.assessment import Caution, Step
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import RateRule
from core.rulebook.money_rules import Of
from core.rules.assessment.amount_charges import apply_to_amounts, book
from core.rules.assessment.apportionment import ALL, Part
from core.rules.assessment.charging import Bill
from core.rules.assessment.grounds import Ground, ask_for_ground, ground_of
from core.rules.assessment.rate_limits import lean_on_each, limited
from core.rules.assessment.rates import PersonalRate, personal_rate, refuse_outside
from core.rules.assessment.span import NOTHING, UNKNOWN, Span

Steps = list[Step]
_WHOLE_OF_A_WHOLE: Final = WHOLE * WHOLE


def apply_rate(bill: Bill, rule: RateRule) -> None:
    """Charge every party of the rule's roles."""
    parties = bill.parties(rule.row.roles)
    if isinstance(rule.row.of, Of):
        apply_to_amounts(bill, rule, rule.row.of, parties)
        return
    ground = ground_of(bill, rule)
    if rule.of_fact is not None and ground.base is None:
        ask_for_ground(bill, rule)
    uncapped = [_charge_part(bill, rule, party, ground) for party in parties]
    lean_on_each(bill, rule.row, uncapped)


def _charge_part(bill: Bill, rule: RateRule, party: Party, ground: Ground) -> int:
    """Charge one party; return the amount before cap and floor, 0 where it is not known."""
    base, part = ground.base, ALL if ground.parts is None else ground.parts.get(party.place)
    is_nothing = base == 0 or (part is not None and part[0] == 0)
    if not bill.may_become_another(party):
        refuse_outside(rule, party, bill.findings)
    rate = personal_rate(rule, bill.rulebook, bill.case, party, bill.findings, is_nothing=is_nothing)
    tally = bill.tallies[party.place]
    tally.uses_rate = tally.uses_rate or rule.by is not None
    tally.uses_factor = tally.uses_factor or rate.has_factor
    steps = _opening(bill, ground, part) + rate.steps
    if is_nothing:
        return _nothing(bill, rule, party, steps)
    if base is None or party.role in bill.unsure:
        return _anything(bill, rule, party, base, steps)
    if part is None:
        return _up_to_the_whole(bill, rule, party, rate, steps)
    low, high = _ends(base, part, rate, steps)
    _lean_on_rate(bill, rule, part, rate)
    amount = limited(bill, rule.row, Span(low, high, rate.is_open), steps)
    book(bill, rule, party, amount, steps)
    return low


def _nothing(bill: Bill, rule: RateRule, party: Party, steps: Steps) -> int:
    if rule.row.floor is not None:
        bill.findings.lean_on(rule.row.floor_reading, rule.row.clause)
    book(bill, rule, party, NOTHING, steps)
    return 0


def _anything(bill: Bill, rule: RateRule, party: Party, base: int | None, steps: Steps) -> int:
    """Charge from nothing to the whole base, while it is unknown what is charged, or of what."""
    anything = UNKNOWN if base is None else Span(0, base, True)
    book(bill, rule, party, anything, [*steps, ("unknown", ())])
    return 0


def _up_to_the_whole(bill: Bill, rule: RateRule, party: Party, rate: PersonalRate, steps: Steps) -> int:
    """Charge from nothing to what the whole base would give, while the part is not decided."""
    _, high = _ends(bill.base or 0, ALL, rate, [])
    high = high if rule.row.cap is None else min(high, rule.row.cap.fen)
    book(bill, rule, party, Span(0, high, True), [*steps, ("between", (0, high))])
    return 0


def _opening(bill: Bill, ground: Ground, part: Part | None) -> Steps:
    if ground.base is None:
        return []
    base: Step = ground.step
    if part is None or ground.parts is None:
        return [base]
    return [base, ("part", (bill.split_clause, half_up(part[0] * WHOLE, part[1])))]


def _ends(base: int, part: Part, rate: PersonalRate, steps: Steps) -> tuple[int, int]:
    above, below = base * part[0] * rate.factor, part[1] * _WHOLE_OF_A_WHOLE
    low = half_up(above * rate.low, below)
    if rate.low == rate.high:
        steps.append(("result", (rate.low, above * rate.low * WHOLE // below, low)))
        return low, low
    high = half_up(above * rate.high, below)
    steps.append(("between", (low, high)))
    return low, high


def _lean_on_rate(bill: Bill, rule: RateRule, part: Part, rate: PersonalRate) -> None:
    findings, row = bill.findings, rule.row
    findings.lean_on(row.reading, row.clause)
    for reading, clause in rate.readings:
        findings.lean_on(reading, clause)
    if part[0] != part[1]:
        findings.lean_on(bill.parts_reading, bill.split_clause)
    if rule.review is not None and rule.review.holds(bill.case):
        findings.warn(Caution("legal_review", clause=row.clause))
