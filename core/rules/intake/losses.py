"""Reading the losses of a request."""

from collections.abc import Collection
from typing import Final

from core.model.money import Money
from core.model.request import LossItem
from core.rulebook.compiled import CompiledRulebook
from core.rules.intake.scalars import read_fen, read_millionths
from core.rules.intake.sheet import Sheet, rows

_KEYS: Final = frozenset({"kind", "amount", "person_hours", "vehicle_hours", "length_m"})
_HOURS: Final = {"labour": "person_hours", "vehicle": "vehicle_hours"}


def read_losses(request: Sheet, rulebook: CompiledRulebook) -> tuple[LossItem, ...]:
    """Read every loss item; hours only where the rulebook prices them."""
    priced = {row.loss for row in rulebook.edition.pricing}
    items = (
        _item(Sheet(entry, path, request.faults), rulebook, priced) for path, entry in rows(request, "losses")
    )
    return tuple(item for item in items if item is not None)


def _item(sheet: Sheet, rulebook: CompiledRulebook, priced: Collection[str]) -> LossItem | None:
    sheet.refuse_others(_KEYS)
    sheet.demand("kind", str)
    kind = sheet.choose("kind", rulebook.loss_labels)
    if kind is None:
        return None
    amount = sheet.take("amount", read_fen)
    person_hours = sheet.take("person_hours", read_millionths)
    vehicle_hours = sheet.take("vehicle_hours", read_millionths)
    length = sheet.take("length_m", read_millionths)
    _check_measure(sheet, kind, priced)
    return LossItem(kind, None if amount is None else Money(amount), person_hours, vehicle_hours, length)


def _check_measure(sheet: Sheet, kind: str, priced: Collection[str]) -> None:
    hours = {"person_hours", "vehicle_hours", "length_m"} & sheet.table.keys()
    if "amount" in sheet.table:
        for key in sorted(hours):
            sheet.fault(key, sheet.table[key], "allowed is an amount or hours, not both")
        return
    own = _HOURS.get(kind, "")
    if not hours or kind not in priced:
        for key in sorted(hours):
            sheet.fault(
                key, sheet.table[key], f"this rulebook sets no price for {kind}; allowed is an amount"
            )
        if not hours:
            sheet.missing("amount", f"an amount is needed{f' or {own}' if kind in priced else ''}")
        return
    _check_hours(sheet, own, hours)


def _check_hours(sheet: Sheet, own: str, hours: Collection[str]) -> None:
    needed = {own, "length_m"} if own == "vehicle_hours" else {own}
    for key in sorted(needed - set(hours)):
        sheet.missing(key, "a decimal string is needed")
    for key in sorted(set(hours) - needed):
        sheet.fault(key, sheet.table[key], f"allowed here are {', '.join(sorted(needed))}")
