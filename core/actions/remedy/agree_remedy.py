"""The customer has agreed to the plan: everybody who sees to something is told, and it is to be carried out."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from core.actions.duty.close_duties import close_duties
from core.actions.remedy.ask_signature import tell_leaders
from core.actions.remedy.keep_remedy import keep_remedy
from core.model.duty import Duty
from core.model.person import Person
from core.model.remedy import Dispute, RemedyState, Undertaking
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import speaks_for
from core.rules.remedy.undertaking_duty import CARRY_OUT, CONFIRM
from core.screens.remedy_told import undertaking_given

ASK_CUSTOMER: Final = "ask_customer"


async def agree_remedy(file: RemedyFile, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan as agreed, one task for each thing that is still to be done; a dispute is settled by it."""
    settled = Dispute.SETTLED if file.remedy.dispute.is_open else file.remedy.dispute
    agreed = replace(file.remedy, state=RemedyState.AGREED, agreed_at=uow.now, dispute=settled)
    file = await keep_remedy(agreed, "remedy_agreed", actor=actor, uow=uow)
    await close_duties(file.case.id, CARRY_OUT, CONFIRM, uow=uow)
    for one in file.outstanding():
        await give(one, file, actor=actor, uow=uow)
    return await finish_if_done(file, actor=actor, uow=uow)


async def finish_if_done(file: RemedyFile, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan as carried out once nothing is outstanding: sales is to ask the customer."""
    if file.outstanding():
        return file
    done = replace(file.remedy, state=RemedyState.CARRIED_OUT)
    file = await keep_remedy(done, "remedy_carried_out", actor=actor, uow=uow)
    await uow.duties.add(
        Duty(
            case_id=file.case.id,
            kind=ASK_CUSTOMER,
            owner_id=speaks_for(file.case.reporter_id, file),
            data={"number": file.case.number},
            opened_at=uow.now,
        )
    )
    await tell_leaders(file, "remedy_carried_out", uow=uow, but=actor)
    return file


async def give(
    one: Undertaking, file: RemedyFile, *, actor: Person, uow: UnitOfWork, reason: str = ""
) -> None:
    """The task of whoever sees to it, who is told; with the reason, where it was not done after all."""
    await uow.duties.add(task_of(one, CARRY_OUT, one.owner_id, file, uow.now))
    owner = file.dossier.staff.get(one.owner_id)
    if owner is not None and owner.id != actor.id:
        await uow.outbox.tell(owner, undertaking_given(file, one, reason))


def task_of(one: Undertaking, kind: str, owner_id: int, file: RemedyFile, now: datetime) -> Duty:
    """Somebody's task about that part of the plan, by its day."""
    return Duty(
        case_id=file.case.id,
        kind=kind,
        owner_id=owner_id,
        data={"undertaking": one.id, "number": file.case.number},
        opened_at=now,
        due_at=_end_of(one, file),
    )


def _end_of(one: Undertaking, file: RemedyFile) -> datetime | None:
    """The midnight after the day by which it is to be done, at the site."""
    zone = file.dossier.company.zone(file.case.site)
    return None if one.due_on is None else datetime.combine(one.due_on + timedelta(days=1), time(), zone)
