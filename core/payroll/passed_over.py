"""Rows of a sheet of wages that are nobody's wage: its totals, and what says nothing."""

import re
from collections.abc import Iterable
from typing import Final

from core.model.money import ZERO, Money, NotMoney
from core.model.staff import StaffFault, StaffRow
from core.rules.typed.half_width import half_width
from core.rules.typed.sheet_amount import sheet_amount

_TOTAL: Final = re.compile(r".*(?:合计|总计|共计|小计)|(?:grand|sub)?total|sum")
_OF_ALL: Final = frozenset({"合计", "总计", "共计", "total", "grandtotal"})


def is_passed_over(row: StaffRow) -> bool:
    """Whether the row is a total, or names neither a person nor a wage."""
    number, name, wage = row.cell("employee_no"), row.cell("name"), row.cell("wage")
    if _TOTAL.fullmatch(_plain(row.opening)):
        return number in ("", row.opening)
    return not (number or name or wage)


def problems_in_total(rows: Iterable[StaffRow], wages: Iterable[Money]) -> tuple[StaffFault, ...]:
    """That the sheet's own last total is not the sum of these wages; a formula there is not computed."""
    totals = [row for row in rows if _plain(row.opening) in _OF_ALL and is_passed_over(row)]
    if not totals or "wage" in totals[-1].formulas or not totals[-1].cell("wage"):
        return ()
    try:
        said = sheet_amount(totals[-1].cell("wage"))
    except NotMoney:
        return (StaffFault(totals[-1].line, "wage", "wage_form", totals[-1].cell("wage")),)
    found = sum(wages, start=ZERO)
    return () if said == found else (StaffFault(totals[-1].line, "wage", "total_differs"),)


def _plain(text: str) -> str:
    return "".join(half_width(text).lower().split()).rstrip(":")
