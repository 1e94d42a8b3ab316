"""The rate of one person: chosen inside the range, then points, clamped to 0 to 100 percent, then the factor."""

from msgspec import Struct

from core.model.assessment import Pending, Step
from core.model.fault import Fault
from core.model.rate import WHOLE, percent_text
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.compiled import CompiledRulebook, RateRule
from core.rulebook.gate import value_of
from core.rulebook.money_rules import PointsAdjustment
from core.rules.assessment.findings import Findings
from core.rules.assessment.table_rates import setting_rate


class PersonalRate(Struct):
    """Two ends of a rate in millionths (equal when chosen), a factor, and how they came about."""

    low: int
    high: int
    is_open: bool
    factor: int
    steps: list[Step]
    readings: list[tuple[str | None, str]]
    has_factor: bool = False


def refuse_outside(rule: RateRule, party: Party, findings: Findings) -> None:
    """Note a rate that was chosen outside the range of the rule."""
    chosen = party.named.chosen_rate
    if rule.by is None or chosen is None or rule.low <= chosen <= rule.high:
        return
    allowed = f"is outside {percent_text(rule.low)}..{percent_text(rule.high)}"
    path = f"people[{party.place}].chosen_rate"
    findings.faults.append(Fault(path, percent_text(chosen), allowed, rule.row.clause))


def personal_rate(
    rule: RateRule,
    rulebook: CompiledRulebook,
    case: Circumstances,
    party: Party,
    findings: Findings,
    *,
    is_nothing: bool,
) -> PersonalRate:
    """Return the rate of a party under a rule; `is_nothing` where the base is 0 and no choice is needed."""
    rate = _start(rule, rulebook, case, party, findings, is_nothing=is_nothing)
    _add_points(rate, rulebook, case, party)
    if rate.low < 0 or rate.high > WHOLE:
        rate.low, rate.high = _clamped(rate.low), _clamped(rate.high)
        rate.steps.append(_clamp_step(rate))
        rate.readings.append((rule.row.clamp_reading, rule.row.clause))
    _multiply(rate, rulebook, case, party)
    return rate


def _start(
    rule: RateRule,
    rulebook: CompiledRulebook,
    case: Circumstances,
    party: Party,
    findings: Findings,
    *,
    is_nothing: bool,
) -> PersonalRate:
    if rule.setting is not None:
        value = setting_rate(rulebook, case, rule.setting, party.role)
        if value is None and not is_nothing:
            findings.missing_settings[rule.setting] = None
        return _from_setting(value)
    if rule.by is None:
        return PersonalRate(rule.low, rule.low, False, WHOLE, [("rate", (rule.low,))], [])
    chosen = party.named.chosen_rate
    if chosen is None:
        if not is_nothing:
            limits = (percent_text(rule.low), percent_text(rule.high))
            findings.ask(Pending("chosen_rate", rule.row.clause, party.named.id, limits, rule.by, party.role))
        steps: list[Step] = [("range", (rule.low, rule.high, rule.by))]
        return PersonalRate(rule.low, rule.high, True, WHOLE, steps, [])
    steps = [("chosen", (chosen, rule.low, rule.high, party.named.reason))]
    return PersonalRate(chosen, chosen, False, WHOLE, steps, [])


def _from_setting(value: int | None) -> PersonalRate:
    if value is not None:
        return PersonalRate(value, value, False, WHOLE, [("rate", (value,))], [])
    return PersonalRate(0, WHOLE, True, WHOLE, [("unknown", ())], [])


def _add_points(rate: PersonalRate, rulebook: CompiledRulebook, case: Circumstances, party: Party) -> None:
    for ruled in rulebook.points[party.role]:
        row = ruled.row
        answer = ruled.gate.holds(case, party)
        times = _count(row, case, party) if answer else 0
        rate.is_open = rate.is_open or answer is None
        if times:
            change = row.points * times
            rate.low += change
            rate.high += change
            rate.steps.append(("points", (change, row.clause)))
            rate.readings.append((row.reading, row.clause))


def _count(row: PointsAdjustment, case: Circumstances, party: Party) -> int:
    if row.each is None:
        return 1
    if row.whose is None:
        return _number(row.each, case, party)
    return max((_number(row.each, case, other) for other in case.people.get(row.whose, [])), default=0)


def _number(field: str, case: Circumstances, party: Party) -> int:
    value = value_of(field, case, party)
    return value if isinstance(value, int) else 0


def _multiply(rate: PersonalRate, rulebook: CompiledRulebook, case: Circumstances, party: Party) -> None:
    for ruled in rulebook.factors[party.role]:
        row = ruled.row
        level = value_of(row.by, case, party)
        if not isinstance(level, str) or not ruled.gate.holds(case, party):
            continue
        rate.factor, rate.has_factor = row.factors[level], True
        rate.steps.append(("factor", (rate.factor, level, row.clause)))
        rate.readings.append((row.reading, row.clause))


def _clamp_step(rate: PersonalRate) -> Step:
    return ("clamped_range", (rate.low, rate.high)) if rate.is_open else ("clamped", (rate.low,))


def _clamped(rate: int) -> int:
    return max(0, min(WHOLE, rate))
