"""An appeal came too late: whoever may hear it admits it with a reason, or does not."""

from dataclasses import replace

from core.actions.appeal.check_hearer import check_free
from core.actions.appeal.open_appeal import open_appeal
from core.actions.appeal.tell_appellant import tell_appellant
from core.actions.notice.freeze_notice import freeze_notice
from core.actions.person.stand_ins import asked_instead
from core.errors import SomebodyWasFirst
from core.model.log import LogRow
from core.model.notice import Appeal, AppealState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.appeal.appeal_file import AppealFile
from core.screens.appeal import appeal_card


async def check_admission(appeal_id: int, *, actor: Person, uow: UnitOfWork) -> AppealFile:
    """The late appeal; NotThisPerson for whoever had a part in the case, SomebodyWasFirst once it is settled."""
    hearing = await open_appeal(appeal_id, uow=uow)
    check_free(hearing, actor)
    if hearing.appeal.state is not AppealState.LATE:
        raise SomebodyWasFirst("appeal_is_settled", number=hearing.notice.number)
    return hearing


async def admit_appeal(
    appeal_id: int, *, is_admitted: bool, reason: str, actor: Person, uow: UnitOfWork
) -> Appeal:
    """Admit it, and freeze the amount; or not, and it stays refused. The employee is told why."""
    hearing = await check_admission(appeal_id, actor=actor, uow=uow)
    appeal = await uow.appeals.put(
        replace(
            hearing.appeal,
            state=AppealState.OPEN if is_admitted else AppealState.NOT_ADMITTED,
            admitted_by=actor.id,
            admitted_at=uow.now,
            admission_reason=reason,
        )
    )
    if is_admitted:
        await freeze_notice(hearing.notice, uow=uow)
    await uow.log.write(
        LogRow(
            act="appeal_admitted" if is_admitted else "appeal_not_admitted",
            case_id=appeal.case_id,
            actor_id=actor.id,
            facts={"appeal": appeal.id},
            words={"reason": reason},
        )
    )
    now = await open_appeal(appeal_id, uow=uow)
    await tell_appellant(now, uow=uow)
    for person in await asked_instead(Action.TAKE_APPEAL, now.hearers(), now.around(), uow=uow):
        await uow.outbox.tell(person, appeal_card(now, person))
    return appeal
