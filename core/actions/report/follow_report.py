"""Have a report sent every week or month, or no longer."""

from dataclasses import replace

from core.model.log import LogRow
from core.model.person import Person
from core.model.subscription import Subscription
from core.ports import UnitOfWork
from core.reports.period import ReportRhythm
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right


async def is_followed(rhythm: str | None, *, actor: Person, uow: UnitOfWork) -> bool:
    """Whether the person gets that report sent."""
    return await uow.subscriptions.one(person_id=actor.id, rhythm=rhythm, ended_at=None) is not None


async def follow_report(rhythm: ReportRhythm, *, actor: Person, uow: UnitOfWork) -> bool:
    """Begin, or end what had begun; whether it is sent from now on."""
    check_right(Action.READ_REPORT, actor, NOWHERE)
    known = await uow.subscriptions.one(person_id=actor.id, rhythm=rhythm, ended_at=None)
    if known is None:
        await uow.subscriptions.add(Subscription(person_id=actor.id, rhythm=rhythm, since=uow.now))
    else:
        await uow.subscriptions.put(replace(known, ended_at=uow.now))
    act = "report_followed" if known is None else "report_unfollowed"
    await uow.log.write(LogRow(act=act, actor_id=actor.id, facts={"rhythm": rhythm}))
    return known is None
