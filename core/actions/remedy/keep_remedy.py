"""Keep a changed plan, with its row in the log; whatever duties it meets are done by that."""

from core.actions.remedy.meet_duties import meet_duties
from core.actions.remedy.read_remedy import open_remedy
from core.model.log import LogRow
from core.model.person import Person
from core.model.remedy import Remedy
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile


async def keep_remedy(
    remedy: Remedy, act: str, *, actor: Person | None, uow: UnitOfWork, **facts: object
) -> RemedyFile:
    """The file with that plan; `facts` are figures and ids alone."""
    kept = await (uow.remedies.put(remedy) if remedy.id else uow.remedies.add(remedy))
    row = LogRow(
        act=act,
        case_id=kept.case_id,
        actor_id=actor.id if actor else None,
        facts={"plan": kept.version, "state": kept.state} | facts,
        words={"reason": kept.reason} if kept.reason else {},
    )
    await uow.log.write(row)
    await meet_duties(kept.case_id, uow=uow)
    return await open_remedy(kept.case_id, uow=uow)
