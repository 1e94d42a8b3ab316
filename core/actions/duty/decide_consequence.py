"""Who may decide it proposes what follows a missed deadline, or does not, with the reason; nobody is charged by that."""

from dataclasses import replace

from core.actions.case.around_case_of import around_case_of
from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.duty.apply_consequence import apply_consequence
from core.actions.duty.propose_consequence import CONSEQUENCE
from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.consequence_done import ConsequenceDone
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rights.tie import Tie
from core.screens.consequence import consequence_told


async def open_consequence(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """That proposal, for whom it waits; NoSuchThing for any other duty, NotThisPerson for anybody else."""
    duty = await uow.duties.find(duty_id)
    if duty is None or duty.kind != CONSEQUENCE:
        raise NoSuchThing("duty_unknown")
    owner = await uow.persons.find(duty.owner_id or 0)
    there = (await around_case_of(duty.case_id, uow=uow)).tied(Tie.ASSIGNEE, (duty.owner_id,))
    check_theirs(Action.DECIDE_CONSEQUENCE, actor, there, names=(owner.name,) if owner else ())
    return duty


async def decide_consequence(
    duty_id: int, reason: str, *, is_proposed: bool, actor: Person, uow: UnitOfWork
) -> Duty:
    """The proposal decided; where it is proposed its case changes as the clause says, and the investigator is told.

    NotAllowed without a reason; SomebodyWasFirst once it is decided.
    """
    duty = await open_consequence(duty_id, actor=actor, uow=uow)
    if duty.done_at is not None:
        raise SomebodyWasFirst("consequence_decided", at=duty.done_at, site=duty.site)
    if not reason.strip():
        raise NotAllowed("answer_empty")
    decision = "proposed" if is_proposed else "left"
    led_by = await _led_by(duty, uow)
    done = await apply_consequence(duty, actor=actor, uow=uow) if is_proposed else ConsequenceDone()
    duty = await uow.duties.put(
        replace(
            duty,
            answers={"decision": decision, "reason": reason, "done": done.kept()},
            done_at=uow.now,
            done_by=actor.id,
            version=duty.version + 1,
        )
    )
    await uow.log.write(
        LogRow(
            act=f"consequence_{decision}",
            case_id=duty.case_id,
            actor_id=actor.id,
            facts={"duty": duty.id, "of": duty.data["of"]},
            words={"reason": reason},
        )
    )
    if is_proposed and led_by not in (None, actor.id):
        case = await uow.cases.get(duty.case_id or 0)
        investigator = await uow.persons.get(led_by or 0)
        await tell_in_charge(investigator, consequence_told(duty, case, actor.name), case, uow=uow)
    return duty


async def _led_by(duty: Duty, uow: UnitOfWork) -> int | None:
    """Who leads the case before anything changes; nobody where the calendar opened the duty."""
    return None if duty.case_id is None else (await uow.cases.get(duty.case_id)).owner_id
