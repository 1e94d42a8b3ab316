"""An employee appeals against a notice: the money freezes, and the auditors are told."""

from dataclasses import replace

from core.actions.open_notice import open_notice
from core.errors import DeadlinePassed, SomebodyWasFirst
from core.model.log import LogRow
from core.model.notice import Appeal, Notice
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.screens.appeal import appeal_received


async def check_appeal(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The actor's notice, if an appeal is still open to them.

    DeadlinePassed after its limit (the instant itself is in time); SomebodyWasFirst if they have appealed.
    """
    notice = await open_notice(notice_id, actor=actor, uow=uow)
    earlier = await uow.appeals.one(notice_id=notice.id)
    if earlier is not None:
        raise SomebodyWasFirst("appeal_is_made", number=notice.number, at=earlier.made_at)
    if notice.appeal_until is not None and uow.now > notice.appeal_until:
        raise DeadlinePassed("appeal_too_late", number=notice.number, until=notice.appeal_until)
    return notice


async def make_appeal(notice_id: int, *, reason: str, actor: Person, uow: UnitOfWork) -> Appeal:
    """Record the appeal, freeze the amount, and bring it to every auditor of the site who is not a party."""
    notice = await check_appeal(notice_id, actor=actor, uow=uow)
    appeal = await uow.appeals.add(
        Appeal(
            notice_id=notice.id, case_id=notice.case_id, person_id=actor.id, reason=reason, made_at=uow.now
        )
    )
    await uow.notices.put(replace(notice, is_frozen=True))
    await uow.log.write(
        LogRow(
            act="appeal_made",
            case_id=notice.case_id,
            actor_id=actor.id,
            facts={"notice": notice.id, "appeal": appeal.id},
            words={"reason": reason},
        )
    )
    await _tell_auditors(appeal, notice, actor, uow)
    return appeal


async def _tell_auditors(appeal: Appeal, notice: Notice, actor: Person, uow: UnitOfWork) -> None:
    case = await uow.cases.get(notice.case_id)
    day = uow.now.astimezone(uow.company.zone(case.site)).date()
    named = {party.person_id for party in await uow.parties.where(case_id=case.id)}
    for person in await uow.persons.where():
        is_free = person.id not in named and not person.has_left(day)
        if is_free and person.holds(Role.AUDITOR, case.site):
            await uow.outbox.tell(person, appeal_received(case, notice, appeal, actor))
