"""Turning losses into money: amounts as given, hours by the rulebook's price, each item rounded once."""

from core.model.assessment import PricedLoss, Step
from core.model.money import Money
from core.model.rate import WHOLE, half_up
from core.model.request import LossItem, SettingValue
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.pricing_rules import Pricing
from core.rules.assessment.findings import Findings

Settings = dict[str, SettingValue]


def price_losses(
    items: tuple[LossItem, ...], rulebook: CompiledRulebook, settings: Settings, findings: Findings
) -> tuple[PricedLoss, ...]:
    """Return every item with its amount and how it came about."""
    return tuple(
        PricedLoss(item.kind, item.amount, "", ())
        if item.amount is not None
        else _priced(item, rulebook, settings, findings)
        for item in items
    )


def _priced(item: LossItem, rulebook: CompiledRulebook, settings: Settings, findings: Findings) -> PricedLoss:
    row = next(row for row in rulebook.priced[item.kind] if _fits(row, item))
    quantity = getattr(item, row.quantity)
    price = _price(row, settings, findings)
    if price is None:
        return PricedLoss(item.kind, Money(0), row.clause, (("unknown", ()),))
    exact = quantity * price
    amount = Money(half_up(exact, WHOLE))
    steps: tuple[Step, ...] = ((row.quantity, (quantity, price, amount.fen)),)
    if item.length_m is not None:
        steps = (("length", (item.length_m,)), *steps)
    return PricedLoss(item.kind, amount, row.clause, steps)


def _price(row: Pricing, settings: Settings, findings: Findings) -> int | None:
    if isinstance(row.price, Money):
        return row.price.fen
    price = settings.get(row.price.setting)
    if isinstance(price, int):
        return price
    findings.missing_settings[row.price.setting] = None
    return None


def _fits(row: Pricing, item: LossItem) -> bool:
    return row.length_from is None or (item.length_m or 0) >= row.length_from


def sums_by_kind(losses: tuple[PricedLoss, ...]) -> dict[str, int]:
    """Return the sum of each kind in fen, indirect losses left out: no person pays them."""
    sums: dict[str, int] = {}
    for loss in losses:
        if loss.kind != "indirect":
            sums[loss.kind] = sums.get(loss.kind, 0) + loss.amount.fen
    return sums
