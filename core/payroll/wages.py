"""The month's wages from a sheet: who gets how much before anything is withheld, or what is wrong with each row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from core.imports.day import sheet_day
from core.model.money import Money, NotMoney
from core.model.person import Person
from core.model.staff import StaffFault, StaffRow
from core.payroll.month import Month
from core.payroll.passed_over import is_passed_over, problems_in_total
from core.payroll.whose import Whose
from core.rules.typed.half_width import half_width
from core.rules.typed.headings import Headings
from core.rules.typed.sheet_amount import sheet_amount

COLUMNS: Final = Headings(
    headings={
        "employee_no": (
            "工号",
            "员工编号",
            "员工号",
            "员工工号",
            "职工编号",
            "人员编号",
            "employee no",
            "employee number",
            "employee id",
            "staff no",
            "no",
        ),
        "name": ("姓名", "员工姓名", "name", "employee name"),
        "wage": (
            "应发工资",
            "应发合计",
            "应发金额",
            "应付工资",
            "本月应发",
            "应发",
            "工资",
            "wage",
            "gross wage",
            "gross pay",
        ),
        "month": ("月份", "工资月份", "所属月份", "month"),
    },
    needed=("employee_no", "wage"),
)
"""Other columns of a payroll sheet are left unread."""


@dataclass(frozen=True, slots=True)
class Wages:
    """The wages by person, and every fault of the rows."""

    by_person: Mapping[int, Money] = field(default_factory=dict)
    faults: tuple[StaffFault, ...] = ()


def read_wages(rows: Iterable[StaffRow], month: Month, people: Iterable[Person]) -> Wages:
    """Every wage, or every fault: a wage that is no amount, two rows for one person, nobody of that number.

    Totals are passed over; the last of them must be the sum of the wages.
    """
    every, whose = tuple(rows), Whose(people)
    wages: dict[int, Money] = {}
    lines: dict[int | str, int] = {}
    faults: list[StaffFault] = []
    for row in every:
        if is_passed_over(row):
            continue
        number, person = row.cell("employee_no"), whose.row(row)
        found = [*_faults(row, month, whose, person)]
        one = person.id if person else number
        if one in lines:
            found.append(_fault(row, "employee_no", "number_twice", number, str(lines[one])))
        lines.setdefault(one, row.line)
        if person and not found:
            wages[person.id] = sheet_amount(row.cell("wage"))
        faults += found
    if not lines:
        faults.append(StaffFault(1, "", "file_empty"))
    return Wages(wages, tuple(faults or problems_in_total(every, wages.values())))


def _faults(row: StaffRow, month: Month, whose: Whose, person: Person | None) -> Iterator[StaffFault]:
    formulas = row.formulas & COLUMNS.headings.keys()
    yield from (_fault(row, column, "formula", row.cells[column]) for column in sorted(formulas))
    if "employee_no" not in formulas:
        yield from _of_number(row, whose, person)
    if "wage" not in formulas:
        yield from _of_wage(row)
    if "month" not in formulas and row.cell("month"):
        yield from _of_month(row, month)


def _of_number(row: StaffRow, whose: Whose, person: Person | None) -> Iterator[StaffFault]:
    number, name = row.cell("employee_no"), row.cell("name")
    if not number:
        yield _fault(row, "employee_no", "cell_missing")
    elif person is None:
        alike = whose.alike(number)
        yield _fault(row, "employee_no", "employee_unknown", number, alike.employee_no if alike else "")
    elif name and "name" not in row.formulas and name != person.name:
        yield _fault(row, "name", "name_differs", name, person.name)


def _of_wage(row: StaffRow) -> Iterator[StaffFault]:
    wage = row.cell("wage")
    if not wage:
        yield _fault(row, "wage", "cell_missing")
    elif half_width(wage).startswith("-"):
        yield _fault(row, "wage", "wage_negative", wage)
    else:
        try:
            sheet_amount(wage)
        except NotMoney:
            yield _fault(row, "wage", "wage_form", wage)


def _of_month(row: StaffRow, month: Month) -> Iterator[StaffFault]:
    said = _month_in(half_width(row.cell("month")))
    if said is None:
        yield _fault(row, "month", "month_form", row.cell("month"))
    elif said != month:
        yield _fault(row, "month", "month_differs", str(said), str(month))


def _month_in(text: str) -> Month | None:
    """The month written there, or that of the day which stands there, as sheets keep months."""
    try:
        return Month.of(text)
    except ValueError:
        day = sheet_day(text)
        return Month.around(day) if isinstance(day, date) else None


def _fault(row: StaffRow, column: str, what: str, found: str = "", allowed: str = "") -> StaffFault:
    return StaffFault(row.line, column, what, found, allowed)
