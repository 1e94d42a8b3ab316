"""The month's wages from a sheet: who gets how much before anything is withheld, or what is wrong with each row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.model.money import Money, NotMoney
from core.model.person import Person
from core.model.staff import StaffFault, StaffRow
from core.payroll.month import Month
from core.rules.typed.headings import Headings

COLUMNS: Final = Headings(
    headings={
        "employee_no": ("工号", "员工编号", "employee no", "employee number", "no"),
        "name": ("姓名", "name"),
        "wage": ("应发工资", "应发合计", "工资", "wage", "gross wage"),
        "month": ("月份", "工资月份", "month"),
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
    """Every wage, or every fault: a wage that is no amount, two rows for one person, nobody of that number."""
    known = {person.employee_no: person for person in people}
    wages: dict[int, Money] = {}
    lines: dict[str, int] = {}
    faults: list[StaffFault] = []
    for row in rows:
        number = row.cell("employee_no")
        found = [*_faults(row, month, known)]
        if number in lines:
            found.append(_fault(row, "employee_no", "number_twice", number, str(lines[number])))
        lines.setdefault(number, row.line)
        if not found:
            wages[known[number].id] = Money.of(row.cell("wage"))
        faults += found
    if not lines:
        faults.append(StaffFault(1, "", "file_empty"))
    return Wages(wages, tuple(faults))


def _faults(row: StaffRow, month: Month, known: Mapping[str, Person]) -> Iterator[StaffFault]:
    formulas = row.formulas & COLUMNS.headings.keys()
    yield from (_fault(row, column, "formula", row.cells[column]) for column in sorted(formulas))
    if "employee_no" not in formulas:
        yield from _of_number(row, known)
    if "wage" not in formulas:
        yield from _of_wage(row)
    if "month" not in formulas and row.cell("month"):
        yield from _of_month(row, month)


def _of_number(row: StaffRow, known: Mapping[str, Person]) -> Iterator[StaffFault]:
    number, name = row.cell("employee_no"), row.cell("name")
    if not number:
        yield _fault(row, "employee_no", "cell_missing")
    elif number not in known:
        yield _fault(row, "employee_no", "employee_unknown", number)
    elif name and "name" not in row.formulas and name != known[number].name:
        yield _fault(row, "name", "name_differs", name, known[number].name)


def _of_wage(row: StaffRow) -> Iterator[StaffFault]:
    wage = row.cell("wage")
    if not wage:
        yield _fault(row, "wage", "cell_missing")
    elif wage.startswith("-"):
        yield _fault(row, "wage", "wage_negative", wage)
    else:
        try:
            Money.of(wage)
        except NotMoney:
            yield _fault(row, "wage", "wage_form", wage)


def _of_month(row: StaffRow, month: Month) -> Iterator[StaffFault]:
    try:
        said = Month.of(row.cell("month"))
    except ValueError:
        yield _fault(row, "month", "month_form", row.cell("month"))
    else:
        if said != month:
            yield _fault(row, "month", "month_differs", str(said), str(month))


def _fault(row: StaffRow, column: str, what: str, found: str = "", allowed: str = "") -> StaffFault:
    return StaffFault(row.line, column, what, found, allowed)
