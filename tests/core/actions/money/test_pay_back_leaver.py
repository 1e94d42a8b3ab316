"""Somebody who has left gets back at once what a correction or an appeal says was withheld wrongly."""

from dataclasses import replace
from datetime import date

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.open_correction import open_correction
from core.actions.money.close_payroll import close_payroll
from core.actions.money.make_payroll import make_payroll
from core.actions.money.note_paid_back import note_paid_back
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.report_payroll import report_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.errors import NoSuchThing, NotThisPerson, SomebodyWasFirst
from core.ledger.account import Occasion
from core.ledger.balances import balances
from core.model.duty import Duty
from core.model.message import Message
from core.model.money import Money
from core.payroll.month import Month
from core.screens.paying_back import pay_back_asked
from handlers import paying_back
from tests.core.actions.appeals import decided_anew, with_rate, without_zhang
from tests.core.actions.money.test_payroll import charged, closed, prepared
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk
from tests.liability import last_told, who
from tests.make import NOW
from tests.waiting import what_waits


async def withheld(*, has_left: bool = True) -> FakeUnitOfWork:
    """510.00 of the 876.00 of 张伟 were withheld in March; then he left."""
    uow = await charged()
    await closed(uow)
    if has_left:
        await leaves(uow)
    return uow


async def leaves(uow: FakeUnitOfWork) -> None:
    await uow.persons.put(replace(await who(uow, "E17"), left_on=date(2025, 3, 1)))


async def delivered(uow: FakeUnitOfWork) -> None:
    for notice in await uow.notices.where():
        await uow.notices.put(replace(notice, delivered_at=uow.now))


async def at_rate(uow: FakeUnitOfWork, rate: str) -> None:
    await corrected(uow)
    await with_rate(uow, rate)
    await decided_anew(uow)


async def taken_in_full(uow: FakeUnitOfWork) -> None:
    """张伟 earns enough for all of it."""
    batch = (await prepared(uow, E17="9000.00", E03="9000.00", E01="4000.00")).batch
    batch = (await make_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)).batch
    await close_payroll(batch.id, batch.version, actor=await who(uow, "E30"), uow=uow)


async def corrected(uow: FakeUnitOfWork) -> None:
    await open_correction(1, reason="查错了人", actor=await who(uow, "E06"), uow=uow)


async def lifted(*, has_left: bool = True) -> FakeUnitOfWork:
    uow = await withheld(has_left=has_left)
    await corrected(uow)
    await without_zhang(uow)
    return uow


async def the_duty(uow: FakeUnitOfWork) -> Duty:
    (duty,) = await uow.duties.where(kind="pay_back_leaver")
    return duty


def said(uow: FakeUnitOfWork, message: Message, language: str = "zh-Hans") -> str:
    return Renderer(uow.company).rendered(language, message).html


async def test_a_leaver_is_paid_back_at_once_and_finance_is_told_how_much_and_from_where() -> None:
    uow = await lifted()

    assert await uow.ledger.owed((await who(uow, "E17")).id) == ()
    assert [one.occasion for one in uow.ledger.booked].count(Occasion.PAID_BACK) == 1
    assert sum(amount.fen for amount in balances(uow.ledger.booked).values()) == 0
    asked = last_told(uow, "E06", "pay_back_asked")
    assert "510.00 元" in said(uow, asked)
    assert "公司财务" in said(uow, asked)
    assert "company finance" in said(uow, asked, "en").lower()
    assert last_told(uow, "E30", "pay_back_asked").card == asked.card


async def test_the_notice_that_is_lifted_says_to_a_leaver_that_the_money_comes_at_once() -> None:
    gone = last_told(await lifted(), "E17", "notice_lifted")
    here = last_told(await lifted(has_left=False), "E17", "notice_lifted")
    uow = FakeUnitOfWork((await charged()).company, NOW)

    assert "从您工资中扣的 510.00 元马上退还" in said(uow, gone)
    assert "从您工资中扣的 510.00 元，随下一个批次全部退还" in said(uow, here)
    assert "paid back at once" in said(uow, gone, "en")


async def test_who_is_still_here_waits_for_the_next_batch() -> None:
    uow = await lifted(has_left=False)

    assert await uow.duties.where(kind="pay_back_leaver") == ()
    april = await prepare_payroll(Month(2025, 4), {}, "g" * 64, uow=uow)
    assert april.paid_back == Money(51000)


async def test_the_next_batch_does_not_pay_a_leaver_again() -> None:
    uow = await lifted()

    april = await prepare_payroll(Month(2025, 4), {}, "g" * 64, uow=uow)

    assert (april.paid_back, "张伟" in [one.person.name for one in april.people]) == (Money(0), False)


async def test_where_nothing_was_withheld_nothing_is_said_of_paying_back() -> None:
    uow = await charged()
    await leaves(uow)
    await corrected(uow)
    await without_zhang(uow)

    assert "退还" not in said(uow, last_told(uow, "E17", "notice_lifted"))
    assert await uow.duties.where(kind="pay_back_leaver") == ()


async def test_of_a_smaller_amount_the_rest_is_paid_back_and_the_new_notice_is_settled() -> None:
    uow = await charged()
    await at_rate(uow, "70")
    await delivered(uow)
    await taken_in_full(uow)
    await leaves(uow)
    await at_rate(uow, "60")

    told = said(uow, last_told(uow, "E17", "notice_replaced"))
    assert "先前扣的钱里，876.00 元算作新通知单已扣" in told
    assert "多扣的 146.00 元马上退还" in told
    assert (await the_duty(uow)).data["amount"] == "146.00"
    assert await uow.ledger.owed((await who(uow, "E17")).id) == ()


async def test_of_a_greater_amount_all_stays_withheld_and_nothing_is_paid_back() -> None:
    uow = await withheld()
    await at_rate(uow, "70")

    assert await uow.duties.where(kind="pay_back_leaver") == ()
    (owed,) = await uow.ledger.owed((await who(uow, "E17")).id)
    assert str(owed.amount) == "512.00"


async def test_a_payslip_that_took_too_much_of_a_leaver_is_paid_back_at_once() -> None:
    uow = await withheld()
    batch = await uow.batches.get(1)
    lines = {line.id: line.amount for line in await uow.batch_lines.where()}
    last = max(lines)
    view = await report_payroll(batch.id, lines | {last: Money.of("900.00")}, uow=uow)

    await settle_payroll(batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)

    assert (await the_duty(uow)).data["amount"] == "24.00"


async def test_finance_notes_that_it_is_paid_once() -> None:
    uow = await lifted()
    finance = await who(uow, "E06")
    talk = Talk(uow, finance, paying_back.handlers())
    duty = await the_duty(uow)
    assert [one.kind for one in await what_waits(finance, uow=uow)].count("pay_back_leaver") == 1

    await talk.hits(f"pay_back:{duty.id}:0")
    await talk.presses("paid_back")

    assert talk.reply.toasts == ["paid_back"]
    assert "何静" in said(uow, talk.latest())
    assert "pay_back_leaver" not in [one.kind for one in await what_waits(finance, uow=uow)]
    assert (uow.log.rows[-1].act, uow.log.rows[-1].facts["amount"]) == ("paid_back", "510.00")
    with pytest.raises(SomebodyWasFirst, match="paid_back_already"):
        await note_paid_back(duty.id, actor=await who(uow, "E30"), uow=uow)


async def test_nobody_but_finance_notes_it_and_no_other_duty_is_taken_for_it() -> None:
    uow = await lifted()
    duty = await the_duty(uow)

    with pytest.raises(NotThisPerson, match="finance_only"):
        await note_paid_back(duty.id, actor=await who(uow, "E11"), uow=uow)
    other = await uow.duties.add(Duty(kind="inform_party", owner_id=1, opened_at=NOW))
    with pytest.raises(NoSuchThing):
        await note_paid_back(other.id, actor=await who(uow, "E06"), uow=uow)


async def test_a_fund_that_the_rulebook_names_is_said_in_its_words() -> None:
    uow = await lifted()
    duty = await the_duty(uow)
    named = replace(
        duty,
        data={**duty.data, "funds": [{"id": "staff_fund", "zh_hans": "员工奖罚基金", "en": "Staff fund"}]},
    )
    message = pay_back_asked(named)

    assert "员工奖罚基金" in said(uow, message)
    assert "Staff fund" in said(uow, message, "en")
