"""A supervisor kept silent to the limit: the question goes to the next superior, never through."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.ask_desk import ask_person
from core.actions.figures.show_desk import show_desk
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.desks import desks
from core.rules.figures.entitled import entitled_at
from core.rules.staff.superiors import nearest_superior


async def escalate_silence(duty: Duty, *, uow: UnitOfWork) -> None:
    """Nothing if the desk has spoken or the figures are others; at the top the last superior is asked again."""
    dossier = await open_dossier(duty.case_id or 0, uow=uow)
    version, department = int(str(duty.data["version"])), str(duty.data["desk"])
    if duty.owner_id is None or not _is_silent(dossier, version, department):
        return
    silent = dossier.staff[duty.owner_id]
    above = _next_above(dossier, department, silent) or silent
    await uow.log.write(
        LogRow(
            act="silence_escalated",
            case_id=duty.case_id,
            facts={"version": version, "silent": silent.id, "to": above.id},
            words={"desk": department},
        )
    )
    if above.id == silent.id:
        # the same question to the same person: one line in their list is enough
        await uow.duties.put(replace(duty, done_at=uow.now))
    await ask_person(dossier, department, above, uow=uow)
    await show_desk(department, await open_dossier(dossier.case.id, uow=uow), uow=uow)


def _is_silent(dossier: Dossier, version: int, department: str) -> bool:
    is_open = dossier.case.stage is Stage.CONFIRMING and dossier.case.version == version
    return is_open and department in desks(dossier) and desks(dossier)[department] is None


def _next_above(dossier: Dossier, department: str, silent: Person) -> Person | None:
    asked = {person.id for person in entitled_at(department, dossier)}
    return nearest_superior(silent, dossier, dossier.party_ids() | asked)
