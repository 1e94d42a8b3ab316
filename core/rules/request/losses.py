"""Reading the losses of a request."""

from collections.abc import Collection
from typing import Any, Final

from core.model.money import Money
from core.model.request import LossItem
from core.rulebook.compiled import CompiledRulebook
from core.rules.request.sheet import Sheet

_MEASURES: Final = {"labour": ("person_hours",), "vehicle": ("vehicle_hours", "length_m")}
_HOURS: Final = ("person_hours", "vehicle_hours", "length_m")


def read_losses(request: Sheet, rulebook: CompiledRulebook) -> tuple[LossItem, ...]:
    """Read every loss item; hours only where the rulebook prices them."""
    priced = rulebook.priced
    items = (_item(sheet, rulebook, priced) for sheet in request.rows("losses"))
    return tuple(item for item in items if item is not None)


def _item(sheet: Sheet, rulebook: CompiledRulebook, priced: Collection[str]) -> LossItem | None:
    read = sheet.read(rulebook.readers.losses)
    kind = read.get("kind")
    if kind is None:
        sheet.demand("kind")
        return None
    if "amount" in sheet.table:
        _refuse_hours(sheet, "allowed is an amount or hours, not both")
        return LossItem(kind, Money(read.get("amount", 0)))
    _check_hours(sheet, kind, priced)
    return _by_hours(kind, read)


def _by_hours(kind: str, read: dict[str, Any]) -> LossItem:
    return LossItem(kind, None, read.get("person_hours"), read.get("vehicle_hours"), read.get("length_m"))


def _refuse_hours(sheet: Sheet, allowed: str) -> None:
    for key in _HOURS:
        if key in sheet.table:
            sheet.fault(key, sheet.table[key], allowed)


def _check_hours(sheet: Sheet, kind: str, priced: Collection[str]) -> None:
    given = [key for key in _HOURS if key in sheet.table]
    needed = _MEASURES.get(kind, ())
    if not given:
        other = f" or {needed[0]}" if kind in priced else ""
        sheet.missing("amount", f"an amount is needed{other}")
    elif kind not in priced:
        _refuse_hours(sheet, f"this rulebook sets no price for {kind}; allowed is an amount")
    else:
        sheet.demand(*needed)
        for key in given:
            if key not in needed:
                sheet.fault(key, sheet.table[key], f"allowed here are {', '.join(needed)}")
