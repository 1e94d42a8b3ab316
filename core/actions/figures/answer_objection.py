"""The investigator keeps the figures against an objection, with a reason."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.duty.close_duties import close_duties
from core.actions.figures.check_figures import check_figures
from core.actions.figures.decide import decide
from core.actions.figures.open_approval import open_approval
from core.actions.figures.show_desk import show_desk
from core.errors import SomebodyWasFirst
from core.model.decision import Act, Decision
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs, check_time
from core.rules.figures.desks import open_objections
from core.rules.figures.entitled import ANSWER
from core.screens.objection import objection_answered


async def check_answer(
    case_id: int, version: int, decision_id: int, *, actor: Person, uow: UnitOfWork
) -> tuple[Dossier, Decision]:
    """The dossier and the open objection; raises whatever stands against the actor answering it."""
    dossier = await open_dossier(case_id, uow=uow)
    owner = dossier.name(dossier.case.owner_id)
    check_theirs(Action.ANSWER_OBJECTION, actor, around_dossier(dossier), owner=owner)
    await check_figures(dossier, version, uow=uow)
    check_time(Action.ANSWER_OBJECTION, around_dossier(dossier))
    objection = next((one for one in open_objections(dossier) if one.id == decision_id), None)
    if objection is None:
        raise SomebodyWasFirst("objection_answered")
    return dossier, objection


async def answer_objection(
    case_id: int, version: int, decision_id: int, *, reason: str, actor: Person, uow: UnitOfWork
) -> None:
    """Record that the figures are kept and why, tell who objected, and open approval when all have answered."""
    dossier, objection = await check_answer(case_id, version, decision_id, actor=actor, uow=uow)
    await decide(replace(dossier.decision(Act.KEPT, objection.desk, actor, uow.now), reason=reason), uow=uow)
    await close_duties(case_id, ANSWER, uow=uow, actor=actor, desk=objection.desk, version=version)
    after = await open_dossier(case_id, uow=uow)
    objector = after.staff[objection.person_id]
    await uow.outbox.tell(objector, objection_answered(after, objection, actor, reason))
    await show_desk(objection.desk, after, uow=uow)
    await open_approval(after, uow=uow)
