"""Finance asks for another way of withholding: a pause, instalments, or a waiver; somebody else has to approve it."""

from core.actions.case.open_dossier import open_dossier
from core.actions.money.payroll_rights import check_finance_on
from core.actions.person.stand_ins import asked_instead
from core.errors import NotAllowed, SomebodyWasFirst
from core.ledger.balances import owed_by
from core.model.log import LogRow
from core.model.money import ZERO, Money
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.batch import Plan, PlanTerms
from core.payroll.month import Month
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_dossier
from core.rules.figures.who_approves import who_approves
from core.screens.plan import plan_asked

APPROVER = "general_manager"


async def owed_on(notice: Notice, *, uow: UnitOfWork) -> Money:
    """What the notice's person still owes on it; NotAllowed if that is nothing."""
    owed = [one for one in await uow.ledger.owed(notice.person_id) if one.notice_id == notice.id]
    amount = owed_by(owed)
    if amount <= ZERO:
        raise NotAllowed("nothing_owed", number=notice.number)
    return amount


async def plannable(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Notice:
    """The notice, for whoever may ask for another way of withholding; NotThisPerson for others than finance."""
    notice = await uow.notices.get(notice_id)
    await check_finance_on(notice.case_id, actor, Action.ASK_PLAN, uow=uow)
    return notice


async def open_plans(notice_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[Plan, ...]:
    """What was asked or agreed about the notice and is not over: a pause may have ended with its month."""
    month = str(Month.around(uow.today(actor.site)))
    plans = await uow.plans.where(notice_id=notice_id, ended_at=None)
    return tuple(plan for plan in plans if not plan.is_over_in(month))


async def ask_plan(notice_id: int, terms: PlanTerms, *, reason: str, actor: Person, uow: UnitOfWork) -> Plan:
    """Put it to whoever may approve: the general manager or who stands in, never the asker or somebody named.

    SomebodyWasFirst if such a plan is asked for or agreed already; NotAllowed if nothing is owed, or nobody may approve.
    """
    notice = await plannable(notice_id, actor=actor, uow=uow)
    owed = await owed_on(notice, uow=uow)
    known = await open_plans(notice_id, actor=actor, uow=uow)
    if any(plan.kind is terms.kind and not plan.is_done for plan in known):
        raise SomebodyWasFirst("plan_is_there", number=notice.number)
    dossier = await open_dossier(notice.case_id, uow=uow)
    approvers = [one for one in who_approves(APPROVER, dossier, {actor.id}) if one.can_be_told()]
    if not approvers:
        raise NotAllowed("nobody_approves_plan", number=notice.number)
    plan = await uow.plans.add(
        Plan(
            notice_id=notice_id,
            case_id=notice.case_id,
            person_id=notice.person_id,
            kind=terms.kind,
            each=terms.each,
            until=terms.until,
            reason=reason,
            asked_by=actor.id,
            asked_at=uow.now,
        )
    )
    facts = {
        "plan": plan.id,
        "notice": notice_id,
        "kind": terms.kind.value,
        "each": terms.each and str(terms.each),
        "until": terms.until,
    }
    words = {"reason": reason}
    row = LogRow(act="plan_asked", case_id=plan.case_id, actor_id=actor.id, facts=facts, words=words)
    await uow.log.write(row)
    there = around_dossier(dossier).barring(Bar.ASKED_FOR_IT, (actor.id,))
    for person in await asked_instead(Action.APPROVE_PLAN, approvers, there, uow=uow):
        await uow.outbox.tell(person, plan_asked(plan, notice, dossier, owed, is_open=True))
    return plan
