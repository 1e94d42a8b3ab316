"""The investigator says which department was at fault, and how."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing, NotAllowed
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.typed.percent_text import percent_in


async def set_department(
    case_id: int, department: str, fault: str, *, actor: Person, uow: UnitOfWork, share: str = ""
) -> Dossier:
    """Record the department with its fault and, if given, its share in percent; no fault takes it away."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    case = dossier.case
    faults = rulebook_of(case, uow=uow).edition.faults
    if fault and fault not in faults:
        raise NoSuchThing("question_unknown", name=fault)
    others = tuple(one for one in case.departments if one["id"] != department)
    entry = {"id": department, "fault": fault} | ({"share_percent": percent_in(share)} if share else {})
    changed = replace(dossier, case=replace(case, departments=(*others, entry) if fault else others))
    return await change_case(
        changed,
        "department_set",
        actor=actor,
        uow=uow,
        facts={"fault": fault},
        words={"department": department},
    )


async def share_department(
    case_id: int, department: str, share: str, *, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Give a department at fault its share; NotAllowed before its fault is set."""
    fault = fault_of(await open_for_change(case_id, actor=actor, uow=uow), department)
    return await set_department(case_id, department, fault, actor=actor, uow=uow, share=share)


def fault_of(dossier: Dossier, department: str) -> str:
    """The fault of that department; NotAllowed if none is set."""
    faults = (str(one["fault"]) for one in dossier.case.departments if one["id"] == department)
    fault = next(faults, "")
    if not fault:
        raise NotAllowed("fault_first", department=department)
    return fault
