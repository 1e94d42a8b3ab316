"""Reading departments and people."""

from typing import Final

from core.model.request import FactValue, NamedDepartment, NamedPerson
from core.rulebook.compiled import CompiledRulebook
from core.rules.intake.facts import read_field
from core.rules.intake.scalars import read_fen, read_millionths, read_percent, read_text
from core.rules.intake.sheet import Sheet, rows

_DEPARTMENT_KEYS: Final = frozenset({"id", "fault", "share_percent", "weight"})
_PERSON_KEYS: Final = frozenset(
    {"id", "role", "department", "share_percent", "level", "chosen_rate", "reason", "month_wage"}
)
FAULTS: Final = ("main", "monitor")
"""How a department may be at fault."""


def read_departments(request: Sheet) -> tuple[NamedDepartment, ...]:
    """Read the departments; an id stands once."""
    found: list[NamedDepartment] = []
    for path, entry in rows(request, "departments"):
        sheet = Sheet(entry, path, request.faults)
        sheet.refuse_others(_DEPARTMENT_KEYS)
        name = sheet.demand("id", read_text)
        sheet.demand("fault", str)
        fault = sheet.choose("fault", FAULTS)
        share = sheet.take("share_percent", read_percent)
        weight = sheet.take("weight", read_millionths)
        if name is not None and any(one.id == name for one in found):
            sheet.fault("id", name, "allowed is each department once")
        if name is not None and fault is not None:
            found.append(NamedDepartment(name, fault, share, weight))
    return tuple(found)


def read_people(
    request: Sheet, rulebook: CompiledRulebook, departments: tuple[NamedDepartment, ...]
) -> tuple[NamedPerson, ...]:
    """Read the people; a person stands once in each role."""
    found: list[NamedPerson] = []
    seen: set[tuple[str, str]] = set()
    known = frozenset(department.id for department in departments)
    for path, entry in rows(request, "people"):
        sheet = Sheet(entry, path, request.faults)
        person = _person(sheet, rulebook)
        if person is None:
            continue
        if (person.id, person.role) in seen:
            sheet.fault("id", person.id, "allowed is each person once in a role")
        seen.add((person.id, person.role))
        if person.department is not None and known and person.department not in known:
            sheet.fault("department", person.department, f"allowed are {', '.join(sorted(known))}")
        found.append(person)
    return tuple(found)


def _person(sheet: Sheet, rulebook: CompiledRulebook) -> NamedPerson | None:
    declared = rulebook.edition.person
    sheet.refuse_others(_PERSON_KEYS | declared.keys())
    name = sheet.demand("id", read_text)
    sheet.demand("role", str)
    role = sheet.choose("role", rulebook.edition.roles)
    fields: dict[str, FactValue] = dict(rulebook.person_defaults)
    for key, field in declared.items():
        if key in sheet.table:
            read_field(sheet, key, field, fields, key)
    person = NamedPerson(
        name or "",
        role or "",
        fields,
        sheet.take("department", read_text),
        sheet.take("share_percent", read_percent),
        sheet.take("chosen_rate", read_percent),
        sheet.take("reason", read_text),
        sheet.take("month_wage", read_fen),
    )
    if person.chosen_rate is not None and "reason" not in sheet.table:
        sheet.missing("reason", "a chosen_rate needs a reason")
    return person if name is not None and role is not None else None
