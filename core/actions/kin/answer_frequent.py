"""Quality says what is done about a product that comes back too often."""

from dataclasses import replace

from core.actions.kin.watch_product import FREQUENT_PRODUCT
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.case import Case
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_theirs


async def open_frequent(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The open duty; NotThisPerson for anybody but quality of the site, SomebodyWasFirst once it is answered."""
    duty = await uow.duties.get(duty_id)
    if duty.kind != FREQUENT_PRODUCT:
        raise NoSuchThing("thing_unknown")
    product = str(duty.data["product"])
    check_theirs(Action.ANSWER_FREQUENT, actor, Circumstances(site=duty.site), product=product)
    if duty.done_at is not None:
        raise SomebodyWasFirst("frequent_answered", product=product)
    return duty


async def cases_of_frequent(duty: Duty, *, uow: UnitOfWork) -> tuple[Case, ...]:
    """The cases that made it too often."""
    ids = duty.data["cases"]
    return await uow.cases.where(id=tuple(ids)) if isinstance(ids, list | tuple) else ()


async def answer_frequent(duty_id: int, answer: str, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The duty, done; what is done about it stands in the log."""
    duty = await open_frequent(duty_id, actor=actor, uow=uow)
    await uow.log.write(
        LogRow(
            act="frequent_product_answered",
            actor_id=actor.id,
            facts={"duty": duty.id},
            words={"answer": answer},
        )
    )
    return await uow.duties.put(
        replace(duty, done_at=uow.now, done_by=actor.id, data={**duty.data, "answer": answer})
    )
