"""Losses counted in units of a record: what goes beyond an agreed allowance, times the price of a unit."""

from core.model.assessment import PricedLoss, Step
from core.model.fault import Fault
from core.model.money import Money
from core.model.rate import WHOLE
from core.rulebook.circumstances import Circumstances
from core.rulebook.compiled import CompiledRulebook, Ruled
from core.rulebook.pricing_rules import UnitPricing
from core.rules.assessment.findings import Findings


def unit_losses(
    rulebook: CompiledRulebook, case: Circumstances, findings: Findings
) -> tuple[PricedLoss, ...]:
    """Return the loss of every record that the rulebook prices by the unit, and that was given."""
    return tuple(_loss(ruled, case, findings) for ruled in rulebook.units if ruled.row.each in case.facts)


def _loss(ruled: Ruled[UnitPricing], case: Circumstances, findings: Findings) -> PricedLoss:
    row = ruled.row
    units, whole = _number(case, row.quantity), _number(case, row.allowance_of)
    rate, price = _number(case, row.allowance_rate.fact), _number(case, row.price.fact)
    if units > whole:
        allowed = f"allowed is at most {whole}, as many as {row.allowance_of}"
        findings.faults.append(Fault(f"facts.{row.quantity}", f"found is {units};", allowed, row.clause))
    allowance = whole * rate // WHOLE
    excess = max(0, units - allowance)
    counted = units if excess and ruled.gate.holds(case) else excess
    if 0 < excess < units:
        findings.lean_on(row.reading, row.clause)
    amount = Money(counted * price)
    steps: tuple[Step, ...] = (
        ("allowance", (whole, rate, allowance)),
        ("units", (units, counted, price, amount.fen)),
    )
    return PricedLoss(row.loss, amount, row.clause, steps)


def _number(case: Circumstances, fact: str) -> int:
    value = case.facts.get(fact)
    return value if isinstance(value, int) else 0
