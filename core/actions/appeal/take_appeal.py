"""Somebody who had no part in the case takes the appeal, and both sides are asked what they have to say."""

from dataclasses import replace
from datetime import timedelta

from core.actions.appeal.check_hearer import check_free
from core.actions.appeal.open_appeal import open_appeal
from core.actions.person.stand_ins import asked_instead
from core.errors import SomebodyWasFirst
from core.model.log import LogRow
from core.model.notice import AppealState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.appeal.appeal_file import AppealFile
from core.screens.appeal import appeal_card, appeal_told


async def take_appeal(appeal_id: int, *, actor: Person, uow: UnitOfWork) -> AppealFile:
    """The hearing, opened; the same person taking it twice changes nothing.

    NotThisPerson for whoever had a part in the case; SomebodyWasFirst if another hears it, or it is settled.
    """
    hearing = await open_appeal(appeal_id, uow=uow)
    check_free(hearing, actor)
    appeal = hearing.appeal
    if appeal.state is not AppealState.OPEN:
        raise SomebodyWasFirst("appeal_is_settled", number=hearing.notice.number)
    if appeal.hearer_id not in (None, actor.id):
        hearer = hearing.dossier.name(appeal.hearer_id)
        raise SomebodyWasFirst("appeal_is_taken", number=hearing.notice.number, name=hearer)
    if appeal.hearer_id == actor.id:
        return hearing
    due = uow.now + timedelta(hours=uow.company.statement_hours)
    await uow.appeals.put(replace(appeal, hearer_id=actor.id, taken_at=uow.now, answers_due_at=due))
    await uow.log.write(
        LogRow(act="appeal_taken", case_id=appeal.case_id, actor_id=actor.id, facts={"appeal": appeal.id})
    )
    hearing = await open_appeal(appeal_id, uow=uow)
    for person in hearing.sides():
        await uow.outbox.tell(person, appeal_told(hearing, to=person))
    for person in await asked_instead(Action.TAKE_APPEAL, hearing.hearers(), hearing.around(), uow=uow):
        await uow.outbox.tell(person, appeal_card(hearing, person))
    return hearing
