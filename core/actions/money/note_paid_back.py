"""Finance has paid a leaver what was owed back."""

from dataclasses import replace

from core.actions.money.pay_back_leaver import PAY_BACK
from core.actions.money.payroll_rights import check_finance_on
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action


async def open_pay_back(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """The task; NoSuchThing for a duty of another kind, NotThisPerson for anybody but finance."""
    duty = await uow.duties.get(duty_id)
    if duty.kind != PAY_BACK:
        raise NoSuchThing("thing_unknown")
    await check_finance_on(duty.case_id, actor, Action.PAY_BACK, uow=uow)
    return duty


async def note_paid_back(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Duty:
    """It is paid: who says so, and when, is kept. SomebodyWasFirst if it was said before."""
    duty = await open_pay_back(duty_id, actor=actor, uow=uow)
    if not duty.is_open:
        raise SomebodyWasFirst("paid_back_already", name=duty.data.get("by", ""), at=duty.done_at)
    facts = {"duty": duty.id, "person": duty.data["person_id"], "amount": duty.data["amount"]}
    await uow.log.write(LogRow(act="paid_back", case_id=duty.case_id, actor_id=actor.id, facts=facts))
    return await uow.duties.put(
        replace(duty, done_at=uow.now, done_by=actor.id, data={**duty.data, "by": actor.name})
    )
