"""Withholding that a rulebook demands is done by the batches themselves, once nothing is left, and within the limit."""

from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.actions.duty.finish_duty import finish_duty
from core.actions.duty.read_duty import open_duty
from core.actions.money.answer_plan import answer_plan
from core.actions.money.ask_plan import ask_plan
from core.actions.money.close_payroll import close_payroll
from core.actions.money.make_payroll import make_payroll
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.report_payroll import report_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.errors import NotAllowed
from core.model.duty import Duty
from core.model.money import Money
from core.payroll.batch import PlanKind, PlanTerms
from core.payroll.month import Month
from core.payroll.view import PayrollView
from core.screens.duty_card import duty_card
from tests.core.actions.appeals import decided_anew, with_rate, without_zhang
from tests.core.actions.money.test_pay_back_leaver import corrected
from tests.core.actions.money.test_payroll import charged, closed, notice_of, wages
from tests.fakes import FakeUnitOfWork
from tests.liability import who


async def the_duty(uow: FakeUnitOfWork) -> Duty:
    (duty,) = await uow.duties.where(rule="deduction")
    return duty


async def in_month(uow: FakeUnitOfWork, number: int) -> PayrollView:
    """Everybody's rest goes with that month's batch, once the month has begun."""
    uow.now = uow.now.replace(month=number)
    there = {one.employee_no for one in await uow.persons.where()}
    said = await wages(uow, **dict.fromkeys(there & {"E17", "E03", "E01", "E20"}, "9000.00"))
    month, sha256 = Month(2025, number), str(number) * 64
    view = await prepare_payroll(month, said, sha256, uow=uow)
    view = await make_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E06"), uow=uow)
    return await close_payroll(view.batch.id, view.batch.version, actor=await who(uow, "E30"), uow=uow)


async def settled(uow: FakeUnitOfWork, view: PayrollView, off: int) -> None:
    """The payslips withheld that many fen more from everybody's line, or less."""
    said = {line.id: line.amount + Money(off) for line in view.lines}
    batch = (await report_payroll(view.batch.id, said, uow=uow)).batch
    await settle_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)


async def by_hand(uow: FakeUnitOfWork) -> None:
    duty = await the_duty(uow)
    await uow.duties.put(replace(duty, answers={"month": "2025-03", "withheld": "1168.00"}))
    await finish_duty(duty.id, duty.version, actor=await who(uow, "E06"), uow=uow)


async def card_of(uow: FakeUnitOfWork, language: str) -> str:
    file = await open_duty(await the_duty(uow), uow=uow)
    return Renderer(uow.company).rendered(language, duty_card(file, await who(uow, "E06"))).html


async def test_it_stays_open_while_somebody_still_owes() -> None:
    uow = await charged()
    await closed(uow)

    assert (await the_duty(uow)).is_open
    assert "366.00" in await card_of(uow, "zh-Hans")
    assert "KK-2025-001 (2025-03)" in await card_of(uow, "en")


async def test_the_batch_that_withholds_the_rest_does_it_with_month_amount_and_number() -> None:
    uow = await charged()
    await closed(uow)
    await in_month(uow, 4)

    duty = await the_duty(uow)
    assert dict(duty.answers) == {"month": "2025-03, 2025-04", "withheld": "1168.00"}
    assert duty.done_by == (await who(uow, "E30")).id
    for language in ("zh-Hans", "en"):
        words = await card_of(uow, language)
        assert "KK-2025-001" in words
        assert "KK-2025-002" in words


async def test_by_hand_it_is_not_done_beside_the_batches_while_somebody_owes() -> None:
    uow = await charged()
    await closed(uow)

    with pytest.raises(NotAllowed, match="duty_by_payroll") as refused:
        await by_hand(uow)

    assert refused.value.data["left"] == Money(36600)


async def test_who_withholds_elsewhere_says_so_by_hand() -> None:
    uow = await charged()
    await by_hand(uow)

    assert not (await the_duty(uow)).is_open


async def test_what_a_payslip_left_out_opens_it_again() -> None:
    uow = await charged()
    await closed(uow)
    april = await in_month(uow, 4)

    await settled(uow, april, -100)

    assert (await the_duty(uow)).is_open
    await in_month(uow, 5)
    assert (await the_duty(uow)).answers["month"] == "2025-03, 2025-04, 2025-05"


async def test_what_a_payslip_withheld_beyond_its_batch_is_not_shown_to_be_within_the_limit() -> None:
    uow = await charged()
    march = await closed(uow)
    line = march.lines[-1]
    said = {one.id: one.amount for one in march.lines} | {line.id: Money(87600)}
    batch = (await report_payroll(march.batch.id, said, uow=uow)).batch
    await settle_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)

    assert (await the_duty(uow)).is_open
    assert "多" in await card_of(uow, "zh-Hans")
    assert "more than" in await card_of(uow, "en")
    await by_hand(uow)
    assert not (await the_duty(uow)).is_open


async def test_the_rest_waived_completes_it() -> None:
    uow = await charged()
    await closed(uow)
    notice = await notice_of(uow, "E17")
    actor = await who(uow, "E06")
    plan = await ask_plan(notice.id, PlanTerms(PlanKind.WAIVER), reason="困难", actor=actor, uow=uow)

    await answer_plan(plan.id, is_approved=True, actor=await who(uow, "E05"), uow=uow)

    duty = await the_duty(uow)
    assert (duty.answers["withheld"], duty.done_by) == ("802.00", (await who(uow, "E05")).id)


async def test_waived_whole_before_any_batch_it_is_somebodys_to_say() -> None:
    uow = await charged()
    for number in ("E17", "E03", "E01"):
        notice = await notice_of(uow, number)
        actor = await who(uow, "E06")
        plan = await ask_plan(notice.id, PlanTerms(PlanKind.WAIVER), reason="困难", actor=actor, uow=uow)
        await answer_plan(plan.id, is_approved=True, actor=await who(uow, "E05"), uow=uow)

    assert (await the_duty(uow)).is_open


async def test_a_correction_leaves_it_alone_until_the_case_is_decided_anew() -> None:
    uow = await charged()
    await closed(uow)
    await in_month(uow, 4)
    await corrected(uow)
    assert not (await the_duty(uow)).is_open

    await with_rate(uow, "70")
    await decided_anew(uow)

    assert (await the_duty(uow)).is_open


async def test_what_is_owed_back_keeps_it_open_until_it_is_paid_back() -> None:
    uow = await charged()
    await closed(uow)
    await in_month(uow, 4)
    await corrected(uow)
    await without_zhang(uow)
    assert (await the_duty(uow)).is_open

    await in_month(uow, 5)

    assert not (await the_duty(uow)).is_open
    assert (await the_duty(uow)).answers["withheld"] == "1168.00"
