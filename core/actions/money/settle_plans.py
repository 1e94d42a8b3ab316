"""A notice stands no more: what was waived of it is over with its charge, and what was agreed goes on or ends."""

from dataclasses import replace

from core.ledger.balances import latest_waivers
from core.model.log import LogRow
from core.model.notice import Notice
from core.payroll.batch import Plan, PlanKind
from core.ports import UnitOfWork


async def settle_plans(old: Notice, new: Notice | None, *, uow: UnitOfWork) -> bool:
    """Whether something had been waived; a pause or instalments hold for the notice that stands in its place.

    A waiver was of the old amount alone, and was reversed with its charge.
    """
    waivers = latest_waivers(await uow.ledger.postings(case_id=old.case_id), old.id)
    for plan in await uow.plans.where(notice_id=old.id, ended_at=None):
        if new is None or plan.kind is PlanKind.WAIVER:
            await uow.plans.put(replace(plan, ended_at=uow.now))
            await _log("plan_ended", plan, uow)
        else:
            await uow.plans.put(replace(plan, notice_id=new.id))
            await _log("plan_carried_over", plan, uow, notice=new.id)
    return bool(waivers)


async def _log(act: str, plan: Plan, uow: UnitOfWork, **facts: object) -> None:
    await uow.log.write(LogRow(act=act, case_id=plan.case_id, facts={"plan": plan.id, **facts}))
