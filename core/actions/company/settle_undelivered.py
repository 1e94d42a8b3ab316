"""An admin settles a message that could not be sent: once more, on paper, or not at all."""

from dataclasses import replace

from core.actions.company.open_undelivered import UNDELIVERED
from core.actions.notice.deliver_on_paper import deliver_on_paper
from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right


async def open_settling(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The open task. NoSuchThing for a duty of another kind, NotThisPerson for anybody but admins.

    SomebodyWasFirst if it is settled already.
    """
    duty = await uow.duties.get(duty_id)
    if duty.kind != UNDELIVERED:
        raise NoSuchThing("thing_unknown")
    check_right(Action.SETTLE_UNDELIVERED, actor, NOWHERE)
    if not duty.is_open:
        by = await uow.persons.find(duty.done_by or 0)
        raise SomebodyWasFirst("undelivered_settled", name=by.name if by else "", at=duty.done_at)
    return duty


async def send_again(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """Queue it once more; if it fails again, that is a new task."""
    duty = await open_settling(duty_id, actor=actor, uow=uow)
    await uow.outbox.send_again(int(str(duty.data["outbox_id"])))
    return await _settled(duty, "again", "", actor, uow)


async def put_on_paper(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """A superior hands the notice over; NotAllowed if the message was no notice."""
    duty = await open_settling(duty_id, actor=actor, uow=uow)
    notice_id = int(str(duty.data["notice_id"]))
    if not notice_id:
        raise NotAllowed("undelivered_no_notice")
    await deliver_on_paper(notice_id, uow=uow)
    return await _settled(duty, "paper", "", actor, uow)


async def give_up_sending(duty_id: int, *, reason: str, actor: Person, uow: UnitOfWork) -> Duty:
    """It is not sent any more, for that reason."""
    duty = await open_settling(duty_id, actor=actor, uow=uow)
    return await _settled(duty, "given_up", reason, actor, uow)


async def _settled(duty: Duty, how: str, reason: str, actor: Person, uow: UnitOfWork) -> Duty:
    done = replace(
        duty,
        done_at=uow.now,
        done_by=actor.id,
        data={**duty.data, "how": how, "reason": reason, "by": actor.name},
    )
    await uow.log.write(
        LogRow(
            act="undelivered_settled",
            case_id=duty.case_id,
            actor_id=actor.id,
            facts={"duty": duty.id, "how": how},
            words={"reason": reason} if reason else {},
        )
    )
    return await uow.duties.put(done)
