"""Reading departments and people."""

from collections.abc import Iterable
from typing import Final

from core.model.request import NamedDepartment, NamedPerson
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.readers import one_of
from core.rulebook.scalars import read_id, read_millionths, read_percent
from core.rules.request.sheet import Sheet

FAULTS: Final = ("main", "monitor")
"""How a department may be at fault."""

_DEPARTMENT: Final = {
    "id": read_id,
    "fault": one_of(FAULTS),
    "share_percent": read_percent,
    "weight": read_millionths,
}


def read_departments(request: Sheet) -> tuple[NamedDepartment, ...]:
    """Read the departments; an id stands once."""
    found: dict[str, NamedDepartment] = {}
    for sheet in request.rows("departments"):
        read = sheet.read(_DEPARTMENT)
        sheet.demand("id", "fault")
        name, fault = read.get("id"), read.get("fault")
        if name in found:
            sheet.fault("id", name, "allowed is each department once")
        if name is not None and fault is not None:
            found[name] = NamedDepartment(name, fault, read.get("share_percent"), read.get("weight"))
    return tuple(found.values())


def read_people(
    request: Sheet, rulebook: CompiledRulebook, departments: Iterable[NamedDepartment]
) -> tuple[NamedPerson, ...]:
    """Read the people; a person stands once in each role, with one wage."""
    found: dict[tuple[str, str], NamedPerson] = {}
    wages: dict[str, int] = {}
    known = frozenset(department.id for department in departments)
    for sheet in request.rows("people"):
        person = _person(sheet, rulebook)
        if person is None:
            continue
        if (person.id, person.role) in found:
            sheet.fault("id", person.id, "allowed is each person once in a role")
        if person.department is not None and known and person.department not in known:
            sheet.fault("department", person.department, f"allowed are {', '.join(sorted(known))}")
        _check_wage(sheet, person, wages)
        found.setdefault((person.id, person.role), person)
    return tuple(found.values())


def _check_wage(sheet: Sheet, person: NamedPerson, wages: dict[str, int]) -> None:
    wage = person.month_wage
    if wage is not None and wages.setdefault(person.id, wage) != wage:
        sheet.fault("month_wage", sheet.table["month_wage"], "allowed is one wage for one person")


def _person(sheet: Sheet, rulebook: CompiledRulebook) -> NamedPerson | None:
    read = sheet.read(rulebook.readers.person)
    sheet.demand("id", "role")
    if "chosen_rate" in sheet.table and "reason" not in sheet.table:
        sheet.missing("reason", "a chosen_rate needs a reason")
    if "id" not in read or "role" not in read:
        return None
    fields = dict(rulebook.person_defaults)
    for field in rulebook.edition.person.keys() & read.keys():
        fields[field] = read[field]
    return NamedPerson(
        read["id"],
        read["role"],
        fields,
        read.get("department"),
        read.get("share_percent"),
        read.get("chosen_rate"),
        read.get("reason"),
        read.get("month_wage"),
    )
