"""A pause, instalments and a waiver, asked for by finance and answered by somebody above."""

from typing import Any

import pytest

from bot.render.renderer import Renderer
from core.actions.money.answer_plan import answer_plan, end_plan
from core.actions.money.ask_plan import ask_plan
from core.actions.money.prepare_payroll import prepare_payroll
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.ledger.account import Account
from core.ledger.balances import balances, owed_by
from core.model.message import Button, Message
from core.model.money import Money
from core.payroll.batch import Plan, PlanKind, PlanTerms
from core.payroll.month import Month
from handlers import payroll, plans
from tests.core.actions.money.test_payroll import by_name, charged, notice_of, prepared, wages
from tests.core.ledger.make_postings import charged as charge
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import last_told, unlinked, verbs, who


async def talk(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, payroll, plans)


async def asked(uow: FakeUnitOfWork, kind: PlanKind = PlanKind.PAUSE, **more: Any) -> int:
    notice = await notice_of(uow, "E17")
    plan = await ask_plan(
        notice.id, PlanTerms(kind, **more), reason="家中有病人", actor=await who(uow, "E06"), uow=uow
    )
    return plan.id


async def test_instalments_are_asked_for_from_the_batch_and_allowed_above() -> None:
    uow = await charged()
    await prepared(uow)
    finance = await talk(uow, "E06")
    await finance.presses("payroll_lines")
    await finance.presses("3. 张伟")
    await finance.presses("plan_instalments")
    await finance.sends("200")
    await finance.sends("家中有病人")

    assert verbs(finance.latest()) == ["plan_ask", "plan_ask"]
    chief = await talk(uow, "E05")
    assert last_told(uow, "E05", "plan_asked").data["owed"] == Money(87600)
    await chief.presses("plan_approve", last_told(uow, "E05", "plan_asked"))

    assert chief.reply.toasts == ["plan_approved"]
    assert verbs(chief.latest()) == []
    assert last_told(uow, "E17", "plan_answered").data["is_own"] is True
    assert by_name(await prepared(uow))["张伟"] == "200.00"


async def test_a_pause_holds_until_finance_ends_it() -> None:
    uow = await charged()
    await prepared(uow)
    finance = await talk(uow, "E06")
    await finance.presses("payroll_lines")
    await finance.presses("3. 张伟")
    await finance.presses("plan_pause")
    await finance.sends("0")
    await finance.sends("家中有病人")
    plan = last_told(uow, "E05", "plan_asked").data["plan"]
    assert isinstance(plan, Plan)
    assert plan.until == ""
    await answer_plan(1, is_approved=True, actor=await who(uow, "E05"), uow=uow)
    assert by_name(await prepared(uow))["张伟"] == "0.00"

    again = await talk(uow, "E06")
    await again.presses("payroll_lines", last_told(uow, "E06", "payroll_shown"))
    await again.presses("3. 张伟")
    await again.presses("plan_end")
    await end_plan(1, actor=await who(uow, "E06"), uow=uow)

    assert again.reply.toasts == ["plan_ended"]
    assert by_name(await prepared(uow))["张伟"] == "510.00"
    assert uow.log.acts().count("plan_ended") == 1


async def test_a_pause_may_end_with_a_month_by_itself_and_be_asked_for_again_then() -> None:
    uow = await charged()
    await prepared(uow)
    finance = await talk(uow, "E06")
    await finance.presses("payroll_lines")
    await finance.presses("3. 张伟")
    await finance.presses("plan_pause")
    for unheard, why in (("三个月", "pause_month_unreadable"), ("2025-01", "pause_is_over")):
        with pytest.raises(NotAllowed, match=why):
            await finance.sends(unheard)
    await finance.sends("２０２５年3月")
    await finance.sends("家中有病人")

    assert "2025-03" in Renderer(uow.company).rendered("en", last_told(uow, "E05", "plan_asked")).html
    await answer_plan(1, is_approved=True, actor=await who(uow, "E05"), uow=uow)
    assert by_name(await prepared(uow))["张伟"] == "0.00"
    with pytest.raises(SomebodyWasFirst, match="plan_is_there"):
        await asked(uow)
    uow.now = uow.now.replace(month=4)
    april = await prepare_payroll(Month(2025, 4), await wages(uow, E17="3000.00"), "g" * 64, uow=uow)
    assert by_name(april)["张伟"] == "510.00"
    assert await asked(uow, until="2025-05") == 2


async def test_instalments_of_nothing_are_no_instalments() -> None:
    uow = await charged()
    await prepared(uow)
    finance = await talk(uow, "E06")
    await finance.presses("payroll_lines")
    await finance.presses("3. 张伟")
    await finance.presses("plan_instalments")

    with pytest.raises(NotAllowed, match="instalment_of_nothing"):
        await finance.sends("0")


async def test_a_waiver_writes_off_what_is_left() -> None:
    uow = await charged()
    plan = await asked(uow, PlanKind.WAIVER)
    chief = await who(uow, "E05")

    for _ in range(2):
        await answer_plan(plan, is_approved=True, actor=chief, uow=uow)

    assert balances(uow.ledger.booked)[(Account.WRITTEN_OFF, "")] == Money(87600)
    assert owed_by(await uow.ledger.owed((await who(uow, "E17")).id)) == Money(0)
    with pytest.raises(NotAllowed, match="nothing_owed"):
        await asked(uow)


async def test_what_is_refused_changes_nothing_and_is_told() -> None:
    uow = await charged()
    plan = await asked(uow)
    chief = await talk(uow, "E05")

    await chief.presses("plan_refuse", last_told(uow, "E05", "plan_asked"))

    assert chief.reply.toasts == ["plan_refused"]
    assert by_name(await prepared(uow))["张伟"] == "510.00"
    with pytest.raises(SomebodyWasFirst, match="plan_is_answered"):
        await answer_plan(plan, is_approved=True, actor=chief.actor, uow=uow)


@pytest.mark.parametrize("stranger", ["E06", "E17", "E11", "E30"])
async def test_neither_the_asker_nor_the_person_nor_anybody_below_answers(stranger: str) -> None:
    uow = await charged()
    plan = await asked(uow)

    with pytest.raises(NotThisPerson, match="plan_of_approvers"):
        await answer_plan(plan, is_approved=True, actor=await who(uow, stranger), uow=uow)


async def test_the_same_plan_is_not_asked_for_twice() -> None:
    uow = await charged()
    await asked(uow)

    with pytest.raises(SomebodyWasFirst, match="plan_is_there"):
        await asked(uow)


async def test_without_anybody_who_may_answer_nothing_is_asked() -> None:
    uow = await charged()
    await unlinked(uow, "E05")

    with pytest.raises(NotAllowed, match="nobody_approves_plan"):
        await asked(uow)


async def test_only_finance_asks() -> None:
    uow = await charged()
    notice = await notice_of(uow, "E17")

    with pytest.raises(NotThisPerson, match="finance_only"):
        await ask_plan(notice.id, PlanTerms(PlanKind.PAUSE), reason="x", actor=await who(uow, "E17"), uow=uow)


async def test_a_forged_kind_is_unknown() -> None:
    uow = await charged()
    notice = await notice_of(uow, "E17")
    forged = Message(template="x", rows=((Button("gift", "plan_ask", notice.id, 0, "gift"),),))

    with pytest.raises(NoSuchThing, match="thing_unknown"):
        await (await talk(uow, "E06")).presses("gift", forged)


async def test_a_waiver_is_of_one_notice_alone() -> None:
    uow = await charged()
    zhang = await who(uow, "E17")
    await uow.ledger.book(charge(1000, person_id=zhang.id, notice_id=99))
    plan = await asked(uow, PlanKind.WAIVER)

    await answer_plan(plan, is_approved=True, actor=await who(uow, "E05"), uow=uow)

    assert owed_by(await uow.ledger.owed(zhang.id)) == Money(1000)
