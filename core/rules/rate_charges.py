"""Charges by a rate: of the person's part of the base, or of what other people pay."""

from core.model.assessment import Caution, Step
from core.model.rate import WHOLE, half_up
from core.rulebook.circumstances import Party
from core.rulebook.compiled import RateRule
from core.rulebook.money_rules import Of, RateCharge
from core.rules.apportionment import ALL, Part
from core.rules.charging import Bill
from core.rules.rates import PersonalRate, personal_rate
from core.rules.span import NOTHING, UNKNOWN, Span, known
from core.rules.tally import line_of

Steps = list[Step]


def apply_rate(bill: Bill, rule: RateRule) -> None:
    """Charge every party of the rule's roles."""
    parties = bill.parties(rule.row.roles)
    if rule.row.of is not None:
        _apply_to_amounts(bill, rule, rule.row.of, parties)
        return
    uncapped = [_charge_part(bill, rule, party) for party in parties]
    _lean_on_cap(bill, rule.row, uncapped)


def _charge_part(bill: Bill, rule: RateRule, party: Party) -> int:
    """Charge one party; return the amount before cap and floor, 0 where it is not known."""
    part = ALL if bill.parts is None else bill.parts.get(party.place)
    is_nothing = bill.base == 0 or (part is not None and part[0] == 0)
    rate = personal_rate(rule, bill.rulebook, bill.case, party, bill.findings, is_nothing=is_nothing)
    tally = bill.tallies[party.place]
    tally.uses_rate = tally.uses_rate or rule.by is not None
    steps = _opening(bill, part) + rate.steps
    if is_nothing:
        _nothing(bill, rule, party, steps)
        return 0
    if bill.base is None or part is None or party.role in bill.unsure:
        _book(bill, rule, party, UNKNOWN, [*steps, ("unknown", ())])
        return 0
    low, high = _ends(bill.base, part, rate, steps)
    _lean_on_rate(bill, rule, part, rate)
    amount = _limited(bill, rule.row, Span(low, high, rate.is_open), steps)
    _book(bill, rule, party, amount, steps)
    return low


def _nothing(bill: Bill, rule: RateRule, party: Party, steps: Steps) -> None:
    if rule.row.floor is not None:
        bill.findings.lean_on(rule.row.floor_reading, rule.row.clause)
    _book(bill, rule, party, NOTHING, steps)


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
        steps.append(("result", (rate.low, f"{above * rate.low}/{below}", low)))
        return low, low
    high = half_up(above * rate.high, below)
    steps.append(("between", (low, high)))
    return low, high


def _limited(bill: Bill, row: RateCharge, amount: Span, steps: Steps) -> Span:
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


def _lean_on_cap(bill: Bill, row: RateCharge, uncapped: list[int]) -> None:
    """Note that cap and floor stand for each person, where it would differ for all together."""
    counted = [fen for fen in uncapped if fen]
    if len(counted) <= 1:
        return
    is_over = row.cap is not None and sum(counted) > row.cap.fen
    is_under = row.floor is not None and min(counted) < row.floor.fen
    if is_over or is_under:
        bill.findings.lean_on(row.cap_reading, row.clause)


def _lean_on_rate(bill: Bill, rule: RateRule, part: Part, rate: PersonalRate) -> None:
    findings, row = bill.findings, rule.row
    for reading, clause in rate.readings:
        findings.lean_on(reading, clause)
    if part[0] != part[1]:
        findings.lean_on(bill.parts_reading, bill.split_clause)
    if rule.review is not None and rule.review.holds(bill.case):
        findings.warn(Caution("legal_review", clause=row.clause))


def _book(bill: Bill, rule: RateRule, party: Party, amount: Span, steps: Steps) -> None:
    row = rule.row
    line = line_of(row.clause, row.effect, amount, (*bill.changes(party), *steps), row.account)
    bill.tallies[party.place].charge(row.effect, amount, line)


def _apply_to_amounts(bill: Bill, rule: RateRule, of: Of, parties: list[Party]) -> None:
    payers = bill.parties((of.amounts_of,))
    before = NOTHING if payers else UNKNOWN
    for payer in payers:
        before = before.plus(bill.tallies[payer.place].compensation)
    source: str = of.amounts_of
    for party in parties[:1] if rule.row.only == "first" else parties:
        amount, steps = _of_amount(rule, before, source)
        _book(bill, rule, party, amount, steps)
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
    steps.append(("result", (rule.low, f"{before.low * rule.low}/{WHOLE}", low)))
    return known(low), steps
