"""What the payslips say was withheld, from the sheet that went to payroll and came back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.model.money import ZERO, Money, NotMoney
from core.model.staff import StaffFault, StaffRow
from core.payroll.batch import BatchLine
from core.rules.typed.half_width import half_width
from core.rules.typed.headings import Headings
from core.rules.typed.sheet_amount import sheet_amount

COLUMNS: Final = Headings(
    headings={
        "line": ("行号", "line"),
        "employee_no": ("工号", "employee no"),
        "withheld": ("实扣", "实扣金额", "withheld"),
    },
    needed=("line", "employee_no", "withheld"),
)
"""All others of the sheet are left unread."""


@dataclass(frozen=True, slots=True)
class Payslips:
    """What was withheld by line, and every fault of the rows."""

    by_line: Mapping[int, Money] = field(default_factory=dict)
    faults: tuple[StaffFault, ...] = ()


def read_payslips(
    rows: Iterable[StaffRow], lines: Iterable[BatchLine], numbers: Mapping[int, str]
) -> Payslips:
    """Every line with its amount, or every fault; `numbers` are employee numbers by person, totals are passed over."""
    known = {str(line.id): line for line in lines}
    found: dict[int, Money] = {}
    faults: list[StaffFault] = []
    for row in rows:
        if not row.cell("line") and not row.cell("employee_no"):
            continue
        line = known.get(row.cell("line"))
        wrong = [*_faults(row, line, numbers)]
        if line is not None and line.id in found:
            wrong.append(StaffFault(row.line, "line", "number_twice", row.cell("line")))
        if line is not None and not wrong:
            found[line.id] = _amount_in(row.cell("withheld"))
        faults += wrong
    missing = sorted(line.id for line in known.values() if line.id not in found)
    if missing and not faults:
        faults.append(
            StaffFault(1, "line", "lines_missing", ", ".join(map(str, missing[:10])), str(len(missing)))
        )
    return Payslips(found, tuple(faults))


def _amount_in(text: str) -> Money:
    """An amount, below zero where money was paid back; NotMoney for anything else.

    Nothing at all is nothing withheld, which is allowed only where nothing was to be.
    """
    plain = half_width(text)
    if not plain:
        return ZERO
    return ZERO - sheet_amount(plain[1:]) if plain.startswith("-") else sheet_amount(plain)


def _faults(row: StaffRow, line: BatchLine | None, numbers: Mapping[int, str]) -> Iterator[StaffFault]:
    yield from (StaffFault(row.line, one, "formula", row.cells[one]) for one in sorted(row.formulas))
    if line is None:
        yield StaffFault(row.line, "line", "line_unknown", row.cell("line"))
    elif numbers[line.person_id] != row.cell("employee_no"):
        yield StaffFault(
            row.line, "employee_no", "line_of_another", row.cell("employee_no"), numbers[line.person_id]
        )
    if "withheld" not in row.formulas:
        yield from _of_amount(row, line)


def _of_amount(row: StaffRow, line: BatchLine | None) -> Iterator[StaffFault]:
    text = row.cell("withheld")
    if not text and (line is None or line.amount != ZERO):
        yield StaffFault(row.line, "withheld", "cell_missing")
    try:
        _amount_in(text)
    except NotMoney:
        yield StaffFault(row.line, "withheld", "wage_form", text)
