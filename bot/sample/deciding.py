"""How earlier cases ended: refused, confirmed, approved, noticed, appealed."""

from dataclasses import replace

from bot.sample.person_of import person_of
from bot.sample.telling import Telling
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.appeal.make_appeal import make_appeal
from core.actions.case.open_dossier import open_dossier
from core.actions.case.refuse_case import refuse_case
from core.actions.case.return_case import return_case
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.actions.figures.read_figures import standing_figures
from core.actions.investigation.conclude_without_charge import Bearer, conclude_without_charge
from core.actions.notice.acknowledge_notice import acknowledge_notice
from core.actions.notice.hand_over_paper import hand_over_paper
from core.model.case import Outcome, Stage
from core.rules.figures.approval_chain import next_step
from core.rules.figures.who_approves import who_may_pass
from core.rules.figures.who_confirms import departments_named, who_confirms

APPEAL = "中午我已经电话报告过车辆故障，通话记录可以查，请复核我的比例。"


async def refuse(telling: Telling) -> None:
    """Quality does not take the case on, and says why."""
    async with telling.after(hours=2) as uow:
        quality = await person_of("E07", uow)
        tale = telling.tale
        case = await telling.case(uow)
        await refuse_case(case, Outcome(tale.end), tale.reason, tale.next_step, actor=quality, uow=uow)
    await telling.answer_customer()


async def send_back(telling: Telling) -> None:
    """Quality asks sales for what is lacking."""
    async with telling.after(hours=2) as uow:
        quality = await person_of("E07", uow)
        await return_case(await telling.case(uow), telling.tale.lacking, actor=quality, uow=uow)
    await telling.answer_customer()


async def conclude(telling: Telling) -> None:
    """Nobody is charged."""
    async with telling.after(hours=4) as uow:
        tale, owner = telling.tale, await telling.owner(uow)
        await conclude_without_charge(
            telling.case_id, Bearer(tale.bearer), reason=tale.reason, actor=owner, uow=uow
        )


async def put(telling: Telling) -> None:
    """The figures go to the departments."""
    async with telling.after(minutes=30) as uow:
        await put_figures(telling.case_id, actor=await telling.owner(uow), uow=uow)


async def confirm(telling: Telling) -> None:
    """Each department's supervisor, or who stands in, confirms."""
    async with telling.after(hours=5) as uow:
        dossier = await open_dossier(telling.case_id, uow=uow)
        for desk, department in enumerate(departments_named(dossier)):
            confirmer = who_confirms(department, dossier).entitled[0]
            await confirm_responsibility(
                telling.case_id, dossier.case.version, desk, actor=confirmer, uow=uow
            )


async def approve(telling: Telling) -> None:
    """The rulebook's chain, one step after the other."""
    while await _approve_one(telling):
        pass


async def _approve_one(telling: Telling) -> bool:
    async with telling.after(hours=4) as uow:
        dossier = await open_dossier(telling.case_id, uow=uow)
        case = dossier.case
        figures = await standing_figures(case.id, case.version, uow=uow)
        asked = next_step(dossier, figures)
        if case.stage is not Stage.APPROVING or asked is None:
            return False
        approver = who_may_pass(asked, dossier)[0]
        await approve_figures(case.id, case.version, asked.step, actor=approver, uow=uow)
    return True


async def give_notices(telling: Telling) -> None:
    """Notices are delivered and acknowledged; who has no Telegram is handed the paper."""
    async with telling.after(hours=1) as uow:
        for notice in await uow.notices.where(case_id=telling.case_id):
            await uow.notices.put(replace(notice, delivered_at=uow.now, seen_at=uow.now))
    async with telling.after(hours=6) as uow:
        for duty in await uow.duties.where(case_id=telling.case_id, done_at=None):
            if duty.kind in ("hand_over_notice", "inform_party"):
                await hand_over_paper(duty.id, actor=await uow.persons.get(duty.owner_id or 0), uow=uow)
        await _answer_notices(telling, uow)


async def _answer_notices(telling: Telling, uow: SqlUnitOfWork) -> None:
    for notice in await uow.notices.where(case_id=telling.case_id):
        person = await uow.persons.get(notice.person_id)
        if person.chat_id is not None:
            await acknowledge_notice(notice.id, actor=person, uow=uow)
        if telling.tale.end == "appealed" and person.employee_no == telling.tale.people[0][0]:
            await make_appeal(notice.id, reason=APPEAL, actor=person, uow=uow)
