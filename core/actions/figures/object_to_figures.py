"""A supervisor objects to the figures, with a reason."""

from dataclasses import replace
from datetime import timedelta

from core.actions.case.open_dossier import open_dossier
from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.duty.close_duties import close_duties
from core.actions.figures.check_figures import check_figures
from core.actions.figures.decide import decide
from core.actions.figures.show_desk import show_desk
from core.actions.investigation.make_statement import make_statement
from core.errors import NotAllowed
from core.model.decision import Act, Decision
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_time
from core.rules.figures.desk_rights import Said, check_desk, desk_at, speaks_only_for_themself
from core.rules.figures.desks import desks
from core.rules.figures.entitled import ANSWER, CONFIRM
from core.screens.objection import objection_raised


async def check_objection(
    case_id: int, version: int, desk: int, *, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Raise whatever stands against an objection by the actor at that desk; a supervisor who is a party may speak."""
    dossier = await open_dossier(case_id, uow=uow)
    await check_figures(dossier, version, uow=uow)
    check_time(Action.OBJECT, around_dossier(dossier))
    department = desk_at(dossier, desk)
    if speaks_only_for_themself(dossier, department, actor):
        return dossier
    check_desk(Action.OBJECT, dossier, department, actor)
    if desks(dossier)[department] is not None:
        raise NotAllowed("desk_has_spoken", department=department)
    return dossier


async def object_to_figures(
    case_id: int, version: int, desk: int, *, reason: str, actor: Person, uow: UnitOfWork
) -> Said:
    """Record the objection and bring it to the investigator; from a supervisor who is a party it is a statement.

    FiguresChanged on other figures; NotThisPerson for strangers to the desk; NotAllowed if the desk has spoken.
    """
    dossier = await check_objection(case_id, version, desk, actor=actor, uow=uow)
    if actor.id in dossier.party_ids():
        await make_statement(case_id, reason, actor=actor, uow=uow)
        return Said.AS_PARTY
    department = desk_at(dossier, desk)
    objection = await decide(
        replace(dossier.decision(Act.OBJECTED, department, actor, uow.now), reason=reason), uow=uow
    )
    await close_duties(case_id, CONFIRM, uow=uow, actor=actor, desk=department, version=version)
    await _ask_owner(dossier, objection, actor, uow)
    await show_desk(department, await open_dossier(case_id, uow=uow), uow=uow)
    return Said.DONE


async def _ask_owner(dossier: Dossier, objection: Decision, actor: Person, uow: UnitOfWork) -> None:
    case = dossier.case
    await uow.duties.add(
        Duty(
            case_id=case.id,
            kind=ANSWER,
            owner_id=case.owner_id,
            data={"desk": objection.desk, "version": case.version, "number": case.number},
            opened_at=uow.now,
            due_at=uow.now + timedelta(hours=uow.company.objection_hours),
        )
    )
    owner = dossier.owner()
    if owner is not None:
        await tell_in_charge(owner, objection_raised(dossier, objection, actor), case, uow=uow)
