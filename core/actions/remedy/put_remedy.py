"""Put a plan to those who sign for it; what nobody has to sign for may be offered at once."""

from dataclasses import replace

from core.actions.remedy.ask_signature import ask_signature
from core.actions.remedy.plan_remedy import open_planning
from core.actions.remedy.read_remedy import open_remedy
from core.model.person import Person
from core.model.remedy import RemedyState
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_whole


async def put_remedy(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan on its way; NotAllowed while it is empty or something in it has no day."""
    file = await open_planning(case_id, version, actor=actor, uow=uow)
    check_whole(file)
    put_count = file.remedy.put_count + 1
    put = replace(file.remedy, state=RemedyState.APPROVING, put_by=actor.id, put_count=put_count)
    await ask_signature(put, actor=actor, uow=uow)
    return await open_remedy(case_id, uow=uow)
