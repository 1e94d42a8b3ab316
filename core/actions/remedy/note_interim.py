"""Write down what was done at once for the customer or against further harm, and when."""

from dataclasses import replace

from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import read_remedy
from core.model.person import Person
from core.model.remedy import Interim, InterimKind
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_lead
from core.rules.typed.time_text import past_time_in


async def open_interim(case_id: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan, for whoever may write such a thing down, whatever its version; raises why not."""
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_lead(file, actor, file.remedy.version)
    return file


async def note_interim(
    case_id: int, kind: InterimKind, what: str, at: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with that; `at` is a time as typed, empty for now. A first containment stands on the case itself too."""
    file = await open_interim(case_id, actor=actor, uow=uow)
    when = past_time_in(at, uow.now, uow.company.zone(file.case.site)) if at else uow.now
    done = Interim(kind=kind, what=what, at=when, by=actor.id)
    if kind is InterimKind.CONTAINMENT and not file.case.containment:
        await uow.cases.put(replace(file.case, containment=what))
    noted = replace(file.remedy, interims=(*file.remedy.interims, done))
    return await keep_remedy(noted, "interim_noted", actor=actor, uow=uow, kind=kind, at=when.isoformat())
