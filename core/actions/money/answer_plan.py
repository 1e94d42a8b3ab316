"""Somebody above approves another way of withholding, or refuses it; a waiver is booked at once."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.money.ask_plan import APPROVER, owed_on
from core.actions.money.book import book
from core.actions.money.meet_payroll_duties import meet_payroll_duties
from core.actions.money.payroll_rights import check_finance_on
from core.errors import SomebodyWasFirst
from core.ledger.account import Occasion
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.batch import Plan, PlanKind
from core.payroll.booking import waiver_posting
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_dossier
from core.rights.may import check_right
from core.rights.tie import Tie
from core.rules.figures.who_approves import who_approves
from core.screens.plan import plan_answered


async def answer_plan(plan_id: int, *, is_approved: bool, actor: Person, uow: UnitOfWork) -> Plan:
    """Date it and tell who asked and whom it concerns; the same answer of the same person changes nothing.

    NotThisPerson for the asker, for whoever is named in the case, and for whoever stands below; SomebodyWasFirst if it is
    answered.
    """
    plan = await uow.plans.get(plan_id)
    dossier = await open_dossier(plan.case_id, uow=uow)
    approvers = tuple(one.id for one in who_approves(APPROVER, dossier, {plan.asked_by}))
    there = around_dossier(dossier).tied(Tie.STEP, approvers)
    check_right(Action.APPROVE_PLAN, actor, there.barring(Bar.ASKED_FOR_IT, (plan.asked_by,)))
    if plan.approved_at is not None or plan.ended_at is not None:
        if plan.approved_by == actor.id and (plan.approved_at is not None) is is_approved:
            return plan
        raise SomebodyWasFirst("plan_is_answered")
    notice = await uow.notices.get(plan.notice_id)
    owed = await owed_on(notice, uow=uow)
    answered = replace(
        plan,
        approved_by=actor.id,
        approved_at=uow.now if is_approved else None,
        ended_at=None if is_approved else uow.now,
    )
    if is_approved and plan.kind is PlanKind.WAIVER:
        await _write_off(plan, actor, uow)
    await uow.plans.put(answered)
    act = "plan_approved" if is_approved else "plan_refused"
    row = LogRow(act=act, case_id=plan.case_id, actor_id=actor.id, facts={"plan": plan.id})
    await uow.log.write(row)
    for person_id in dict.fromkeys((plan.asked_by, plan.person_id)):
        told = plan_answered(answered, notice, dossier, owed, to=dossier.staff[person_id])
        await uow.outbox.tell(dossier.staff[person_id], told)
    return answered


async def end_plan(plan_id: int, *, actor: Person, uow: UnitOfWork) -> Plan:
    """Finance ends a pause or instalments: from then on the rule holds again. Ending it twice changes nothing."""
    plan = await uow.plans.get(plan_id)
    await check_finance_on(plan.case_id, actor, Action.ASK_PLAN, uow=uow)
    if plan.ended_at is not None:
        return plan
    facts = {"plan": plan.id}
    row = LogRow(act="plan_ended", case_id=plan.case_id, actor_id=actor.id, facts=facts)
    await uow.log.write(row)
    return await uow.plans.put(replace(plan, ended_at=uow.now))


async def _write_off(plan: Plan, actor: Person, uow: UnitOfWork) -> None:
    postings = await uow.ledger.postings(case_id=plan.case_id)
    charges = [
        one for one in postings if one.occasion is Occasion.CHARGED and one.ground.notice_id == plan.notice_id
    ]
    for one in await uow.ledger.owed(plan.person_id):
        if one.notice_id == plan.notice_id and one.amount.fen > 0:
            waiver = waiver_posting(one.amount, charges[-1], one.clause, actor.id, uow.now)
            await book(waiver, uow=uow, actor_id=actor.id)
    await meet_payroll_duties((plan.case_id,), uow=uow)
