"""An employee appeals against a notice: the money freezes, and those who may hear it are told."""

from dataclasses import replace

from core.actions.appeal.open_appeal import open_appeal
from core.actions.appeal.start_appeal_time import stop_appeal_time
from core.actions.case.around_case_of import around_case_of
from core.actions.figures.wait_for_somebody import wait_for_somebody
from core.actions.notice.freeze_notice import freeze_notice
from core.actions.notice.open_notice import open_notice
from core.actions.person.stand_ins import asked_instead
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.log import LogRow
from core.model.notice import Appeal, AppealState, Notice
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_right, may
from core.screens.appeal import appeal_received

HEARING_DESK = "appeal"


async def check_appeal(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The actor's notice, if they may appeal against it, in time or late.

    SomebodyWasFirst if they have appealed; NotAllowed if the notice no longer stands, or its figures are taken up again.
    """
    return await _open_to_appeal(await open_notice(notice_id, actor=actor, uow=uow), uow)


def may_book_appeals(actor: Person, person: Person) -> bool:
    """Whether the actor books the appeals that this person makes in writing."""
    return may(Action.BOOK_APPEAL, actor, Circumstances(site=person.site))


async def check_letter(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The notice of somebody who appeals on paper; NotThisPerson for all but auditors, else as `check_appeal`."""
    notice = await uow.notices.get(notice_id)
    person = await uow.persons.get(notice.person_id)
    case = await around_case_of(notice.case_id, uow=uow)
    check_right(Action.BOOK_APPEAL, actor, replace(case, site=person.site))
    return await _open_to_appeal(notice, uow)


async def _open_to_appeal(notice: Notice, uow: UnitOfWork) -> Notice:
    earlier = await uow.appeals.one(notice_id=notice.id)
    if earlier is not None:
        raise SomebodyWasFirst("appeal_is_made", number=notice.number, at=earlier.made_at)
    if not notice.is_standing:
        raise NotAllowed("notice_stands_no_more", number=notice.number)
    if notice.is_frozen:
        raise NotAllowed("notice_under_correction", number=notice.number)
    return notice


def is_late(notice: Notice, *, uow: UnitOfWork) -> bool:
    """Whether its limit is over; the instant itself is in time, and it is never over before the notice was given."""
    return notice.is_appeal_over(uow.now) and uow.now != notice.appeal_until


async def make_appeal(notice_id: int, *, reason: str, actor: Person, uow: UnitOfWork) -> Appeal:
    """Record the appeal, freeze the amount, and bring it to everybody who may hear it.

    A late one freezes nothing; it is put to them to be admitted, or not.
    """
    notice = await check_appeal(notice_id, actor=actor, uow=uow)
    return await _appealed(notice, reason, actor, uow)


async def book_letter(notice_id: int, *, reason: str, actor: Person, uow: UnitOfWork) -> Appeal:
    """The same for whoever gave an auditor their appeal in writing: it counts from when it is booked."""
    notice = await check_letter(notice_id, actor=actor, uow=uow)
    return await _appealed(notice, reason, actor, uow)


async def _appealed(notice: Notice, reason: str, by: Person, uow: UnitOfWork) -> Appeal:
    late = is_late(notice, uow=uow)
    appeal = await uow.appeals.add(
        Appeal(
            notice_id=notice.id,
            case_id=notice.case_id,
            person_id=notice.person_id,
            reason=reason,
            made_at=uow.now,
            state=AppealState.LATE if late else AppealState.OPEN,
            clause=str(notice.content.get("appeal_clause", "")),
        )
    )
    await stop_appeal_time(notice, uow=uow)
    if not late:
        await freeze_notice(notice, uow=uow)
    await uow.log.write(
        LogRow(
            act="appeal_made",
            case_id=notice.case_id,
            actor_id=by.id,
            facts={"notice": notice.id, "appeal": appeal.id, "late": late},
            words={"reason": reason},
        )
    )
    await _tell_hearers(appeal, uow)
    return appeal


async def _tell_hearers(appeal: Appeal, uow: UnitOfWork) -> None:
    hearing = await open_appeal(appeal.id, uow=uow)
    told = [
        await uow.outbox.tell(person, appeal_received(hearing))
        for person in await asked_instead(Action.TAKE_APPEAL, hearing.hearers(), hearing.around(), uow=uow)
        if person.can_be_told()
    ]
    if not told:
        await wait_for_somebody(hearing.dossier, HEARING_DESK, uow=uow)
