"""A supervisor confirms the responsibility of their department's people."""

from core.actions.case.open_dossier import open_dossier
from core.actions.duty.close_duties import close_duties
from core.actions.figures.check_figures import check_figures
from core.actions.figures.decide import decide
from core.actions.figures.open_approval import open_approval
from core.actions.figures.show_desk import show_desk
from core.actions.figures.show_step import show_next_step
from core.actions.figures.speak_by_press import speak_by_press
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.case import Stage
from core.model.decision import Act
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_time
from core.rules.figures.desk_rights import Said, check_desk, desk_at, speaks_only_for_themself
from core.rules.figures.desks import desks
from core.rules.figures.entitled import CONFIRM


async def confirm_responsibility(
    case_id: int, version: int, desk: int, *, actor: Person, uow: UnitOfWork
) -> Said:
    """Record the confirmation, and open approval when all have answered.

    The press of a supervisor who is a party is their own statement. `desk` counts the departments named in the case.
    FiguresChanged on other figures; NotThisPerson for strangers to the desk; SomebodyWasFirst if the desk was confirmed
    by somebody else.
    """
    dossier = await open_dossier(case_id, uow=uow)
    await check_figures(dossier, version, uow=uow)
    check_time(Action.CONFIRM, around_dossier(dossier))
    department = desk_at(dossier, desk)
    if speaks_only_for_themself(dossier, department, actor):
        return await speak_by_press(dossier, "confirm", actor=actor, uow=uow)
    check_desk(Action.CONFIRM, dossier, department, actor)
    if _is_said_already(dossier, department, actor):
        return Said.ALREADY
    await decide(dossier.decision(Act.CONFIRMED, department, actor, uow.now), uow=uow)
    await close_duties(case_id, CONFIRM, uow=uow, actor=actor, desk=department, version=version)
    after = await open_dossier(case_id, uow=uow)
    await show_desk(department, after, uow=uow)
    if dossier.case.stage is Stage.CONFIRMING:
        await open_approval(after, uow=uow)
    else:
        await show_next_step(after, uow=uow)
    return Said.DONE


def _is_said_already(dossier: Dossier, department: str, actor: Person) -> bool:
    """Whether the actor confirmed before; raises if the desk cannot be confirmed now."""
    word = desks(dossier)[department]
    if word is None or word.act is Act.KEPT:
        return False
    name = dossier.staff[word.person_id].name
    if word.act is Act.OBJECTED:
        raise NotAllowed("objection_is_open", name=name)
    if word.person_id != actor.id:
        raise SomebodyWasFirst("desk_confirmed", name=name, at=word.decided_at, site=dossier.case.site)
    return True
