"""Either side, or who hears them, puts words or a picture to an appeal; all of them see it."""

from dataclasses import replace

from core.actions.appeal.open_appeal import open_appeal
from core.errors import WrongStage
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.notice import AppealState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rules.appeal.appeal_file import AppealFile
from core.screens.appeal import appeal_card, piece_put


async def check_may_put(appeal_id: int, *, actor: Person, uow: UnitOfWork) -> AppealFile:
    """The hearing; NotThisPerson for anybody but the sides and who hears them, WrongStage unless it is being heard."""
    hearing = await open_appeal(appeal_id, uow=uow)
    check_theirs(Action.PUT_TO_APPEAL, actor, hearing.around())
    if hearing.appeal.state is not AppealState.OPEN or hearing.appeal.hearer_id is None:
        raise WrongStage("appeal_not_heard_now", number=hearing.notice.number)
    return hearing


async def put_to_appeal(appeal_id: int, piece: Evidence, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """Keep it with the appeal, and show it to the others."""
    hearing = await check_may_put(appeal_id, actor=actor, uow=uow)
    kept = await uow.evidence.add(replace(piece, holder=Holder.APPEAL, holder_id=appeal_id))
    await uow.log.write(
        LogRow(
            act="appeal_heard",
            case_id=hearing.appeal.case_id,
            actor_id=actor.id,
            facts={"appeal": appeal_id, "evidence": kept.id},
        )
    )
    hearing = await open_appeal(appeal_id, uow=uow)
    hearer = await uow.persons.get(hearing.appeal.hearer_id or 0)
    for person in (*hearing.sides(), hearer):
        if person.id != actor.id:
            await uow.outbox.tell(person, piece_put(hearing, kept, actor, person))
    await uow.outbox.tell(hearer, appeal_card(hearing, hearer))
    return kept
