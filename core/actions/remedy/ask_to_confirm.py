"""Whoever is named in the case has done what was promised to its customer: somebody else is to say so."""

from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.corrective.fill_plan import LONGEST
from core.actions.duty.close_duties import close_duties
from core.actions.remedy.agree_remedy import give, task_of
from core.actions.remedy.carry_out import check_proven, open_carrying_out
from core.actions.remedy.keep_remedy import keep_remedy
from core.errors import SomebodyWasFirst
from core.model.person import Person
from core.model.remedy import Undertaking
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_prover
from core.rules.remedy.undertaking_duty import CARRY_OUT, CONFIRM
from core.rules.typed.fitting_text import fitting_text
from core.screens.remedy_told import undertaking_to_confirm


async def ask_to_confirm(
    case_id: int, version: int, undertaking_id: int, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with that part waiting for the investigator, who is never named; a second tap changes nothing.

    NotAllowed without evidence. Any other who may say that it is done may do so as well.
    """
    file, one = await open_carrying_out(
        case_id, version, undertaking_id, actor=actor, uow=uow, check=check_prover
    )
    await check_proven(one, uow=uow)
    if file.to_confirm(one) is not None:
        return file
    investigator = await uow.persons.get(file.case.owner_id or 0)
    await close_duties(case_id, CARRY_OUT, uow=uow, actor=actor, undertaking=one.id)
    await uow.duties.add(task_of(one, CONFIRM, investigator.id, file, uow.now))
    file = await keep_remedy(file.remedy, "undertaking_to_confirm", actor=actor, uow=uow, undertaking=one.id)
    message = undertaking_to_confirm(file, one, actor)
    await tell_in_charge(investigator, message, file.case, uow=uow)
    return file


async def open_confirming(
    case_id: int, version: int, undertaking_id: int, *, actor: Person, uow: UnitOfWork
) -> tuple[RemedyFile, Undertaking]:
    """The plan and that part, for whoever may confirm it; SomebodyWasFirst if it does not wait for that any more."""
    file, one = await open_carrying_out(case_id, version, undertaking_id, actor=actor, uow=uow)
    if file.to_confirm(one) is None:
        raise SomebodyWasFirst("nothing_to_confirm", number=file.case.number)
    return file, one


async def not_done_yet(
    case_id: int, version: int, undertaking_id: int, reason: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """It is again the task of whoever sees to it, who is told why; raises as `open_confirming` does."""
    file, one = await open_confirming(case_id, version, undertaking_id, actor=actor, uow=uow)
    why = fitting_text(reason, LONGEST)
    await close_duties(case_id, CONFIRM, uow=uow, actor=actor, undertaking=one.id)
    await give(one, file, actor=actor, uow=uow, reason=why)
    return await keep_remedy(file.remedy, "undertaking_not_done", actor=actor, uow=uow, undertaking=one.id)
