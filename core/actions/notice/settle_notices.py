"""A case is decided anew: what became of the notices that were given before."""

from collections.abc import Collection
from dataclasses import replace

from core.actions.appeal.flag_repetitions import flag_repetitions
from core.actions.appeal.start_appeal_time import stop_appeal_time
from core.actions.investigation.inform_person import inform_person
from core.actions.money.ground_of import decider_of
from core.actions.money.pay_back_leaver import pay_back_leaver
from core.actions.money.settle_plans import settle_plans
from core.actions.notice.freeze_notice import release_notice
from core.actions.notice.show_notice import show_notice
from core.model.case import Case
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.message import Message
from core.model.notice import Notice
from core.ports import UnitOfWork
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.correction import notice_confirmed, notice_lifted, notice_replaced


async def earlier_notices(case: Case, *, uow: UnitOfWork) -> tuple[Notice, ...]:
    """The notices of the case that stand, oldest first; who has two parts in it has two."""
    return tuple(notice for notice in await uow.notices.where(case_id=case.id) if notice.is_standing)


async def keep_notice(notice: Notice, dossier: Dossier, *, uow: UnitOfWork) -> Notice:
    """The same amount again: the notice stands as it was given, and goes on."""
    released = await release_notice(notice, uow=uow)
    person = dossier.staff[notice.person_id]
    await _tell(notice_confirmed(released, dossier.case, person), notice, dossier, uow)
    return released


async def replace_notice(old: Notice, new: Notice, dossier: Dossier, *, uow: UnitOfWork) -> None:
    """Another amount: the old notice names the one that stands in its place, which came before this word."""
    kept = await uow.notices.put(replace(old, replaced_by=new.id, is_frozen=False))
    await stop_appeal_time(kept, uow=uow)
    await show_notice(kept, uow=uow)
    await _log("notice_replaced", old, uow, by=new.id)
    person = dossier.staff[old.person_id]
    was_waived = await settle_plans(old, new, uow=uow)
    back = await pay_back_leaver(person, old.case_id, decided_by=decider_of(dossier), uow=uow)
    await _tell(
        notice_replaced(old, new, dossier.case, person, back, was_waived=was_waived), old, dossier, uow
    )
    await flag_repetitions(old.person_id, dossier.case, uow=uow)


async def lift_notices(standing: Collection[Notice], dossier: Dossier, *, uow: UnitOfWork) -> frozenset[int]:
    """Every other notice of the case is lifted: the ids of whose. Open corrections are over."""
    stands = {notice.id for notice in standing}
    charged = {notice.person_id for notice in standing}
    lifted = [one for one in await earlier_notices(dossier.case, uow=uow) if one.id not in stands]
    for notice in lifted:
        kept = await uow.notices.put(replace(notice, lifted_at=uow.now, is_frozen=False))
        await stop_appeal_time(kept, uow=uow)
        await show_notice(kept, uow=uow)
        await _log("notice_lifted", notice, uow)
        person = dossier.staff[notice.person_id]
        await settle_plans(notice, None, uow=uow)
        back = await pay_back_leaver(person, notice.case_id, decided_by=decider_of(dossier), uow=uow)
        message = notice_lifted(notice, dossier, person, back, is_still_charged=person.id in charged)
        await _tell(message, notice, dossier, uow)
        await flag_repetitions(notice.person_id, dossier.case, uow=uow)
    for correction in await uow.corrections.where(case_id=dossier.case.id, done_at=None):
        await uow.corrections.put(replace(correction, done_at=uow.now))
    return frozenset(notice.person_id for notice in lifted)


async def _tell(message: Message, notice: Notice, dossier: Dossier, uow: UnitOfWork) -> None:
    """In chat, or on paper; nobody is to wait for the next payslip to learn of it."""
    person = dossier.staff[notice.person_id]
    await inform_person(person, message, duty_kind=INFORM_PARTY, dossier=dossier, uow=uow)


async def _log(act: str, notice: Notice, uow: UnitOfWork, **facts: object) -> None:
    row = LogRow(act=act, case_id=notice.case_id, facts={"notice": notice.id, **facts})
    await uow.log.write(row)
