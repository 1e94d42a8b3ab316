"""Who leads a later case looked at it, and leaves its figures as they are."""

from dataclasses import replace

from core.actions.appeal.flag_repetitions import REVIEW_REPETITION
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_theirs


async def check_review(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The open review; NotThisPerson for anybody but who leads the case."""
    duty = await uow.duties.get(duty_id)
    if duty.kind != REVIEW_REPETITION:
        raise NoSuchThing("thing_unknown")
    case = await uow.cases.get(duty.case_id or 0)
    owner = await uow.persons.find(case.owner_id or 0)
    check_theirs(Action.REVIEW_REPETITION, actor, around_case(case), owner=owner.name if owner else "")
    if duty.done_at is not None:
        raise SomebodyWasFirst("already_reviewed", number=case.number)
    return duty


async def leave_as_is(duty_id: int, *, reason: str, actor: Person, uow: UnitOfWork) -> Duty:
    """Close the review with the reason."""
    duty = await check_review(duty_id, actor=actor, uow=uow)
    await uow.log.write(
        LogRow(
            act="repetition_reviewed",
            case_id=duty.case_id,
            actor_id=actor.id,
            facts={"duty": duty.id},
            words={"reason": reason},
        )
    )
    return await uow.duties.put(replace(duty, done_at=uow.now, done_by=actor.id))
