"""What was agreed about withholding a notice, once another notice or nothing stands in its place."""

from core.actions.money.answer_plan import answer_plan
from core.actions.money.ask_plan import ask_plan
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.read_account import read_account
from core.actions.money.report_payroll import report_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.ledger.account import Account
from core.ledger.balances import balances, standing_waivers
from core.model.money import ZERO, Money
from core.payroll.batch import Plan, PlanKind, PlanTerms
from core.payroll.month import Month
from core.payroll.view import PayrollView
from tests.core.actions.appeals import decided_anew, with_rate, without_zhang
from tests.core.actions.money.test_pay_back_leaver import corrected, leaves, said
from tests.core.actions.money.test_payroll import charged, closed, wages
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, who

_APRIL = Month(2025, 4)


async def _agreed(uow: FakeUnitOfWork, kind: PlanKind, each: Money | None = None) -> Plan:
    zhang = await who(uow, "E17")
    notice = next(one for one in await uow.notices.where(person_id=zhang.id) if one.is_standing)
    actor = await who(uow, "E06")
    plan = await ask_plan(notice.id, PlanTerms(kind, each), reason="家中有病人", actor=actor, uow=uow)
    return await answer_plan(plan.id, is_approved=True, actor=await who(uow, "E05"), uow=uow)


async def _at_rate(uow: FakeUnitOfWork, rate: str) -> None:
    await corrected(uow)
    await with_rate(uow, rate)
    await decided_anew(uow)


async def _is_owed(uow: FakeUnitOfWork) -> Money:
    found = await uow.ledger.owed((await who(uow, "E17")).id)
    return sum((one.amount for one in found), start=ZERO)


async def _left_out(uow: FakeUnitOfWork, view: PayrollView) -> None:
    """The payslips withheld nothing."""
    said = {line.id: ZERO for line in view.lines}
    batch = (await report_payroll(view.batch.id, said, uow=uow)).batch
    await settle_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)


async def test_what_was_waived_and_never_withheld_is_not_paid_out_when_the_notice_is_lifted() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.WAIVER)
    await corrected(uow)
    await without_zhang(uow)

    april = await prepare_payroll(_APRIL, {}, "g" * 64, uow=uow)

    assert (await _is_owed(uow), april.paid_back) == (ZERO, ZERO)
    assert balances(uow.ledger.booked)[Account.WRITTEN_OFF, ""] == ZERO


async def test_nor_to_a_leaver_at_once() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.WAIVER)
    await leaves(uow)
    await corrected(uow)
    await without_zhang(uow)

    assert await uow.duties.where(kind="pay_back_leaver") == ()
    assert await _is_owed(uow) == ZERO


async def test_of_what_was_withheld_before_the_waiver_all_is_owed_back() -> None:
    uow = await charged()
    await closed(uow)
    await _agreed(uow, PlanKind.WAIVER)
    await corrected(uow)
    await without_zhang(uow)

    assert await _is_owed(uow) == Money(-51000)


async def test_another_amount_is_owed_whole_and_a_waiver_of_it_may_be_asked_again() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.WAIVER)
    await _at_rate(uow, "70")

    notice = (await uow.notices.where(person_id=(await who(uow, "E17")).id))[-1]
    assert await _is_owed(uow) == notice.amount
    told = last_told(uow, "E17", "notice_replaced")
    assert "免除只针对旧通知单" in said(uow, told)
    assert "waived" in said(uow, told, "en")
    await _agreed(uow, PlanKind.WAIVER)
    assert await _is_owed(uow) == ZERO


async def test_the_same_amount_again_stays_waived() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.WAIVER)
    await corrected(uow)
    await decided_anew(uow)

    assert await _is_owed(uow) == ZERO


async def test_while_it_is_corrected_what_was_waived_is_not_shown_as_owed_back() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.WAIVER)
    await corrected(uow)

    account = await read_account(actor=await who(uow, "E17"), uow=uow)

    assert (await _is_owed(uow), account.open_amount) == (ZERO, ZERO)
    assert balances(uow.ledger.booked)[Account.WRITTEN_OFF, ""] == ZERO


async def test_while_it_is_corrected_what_was_withheld_before_the_waiver_is_open() -> None:
    uow = await charged()
    await closed(uow)
    await _agreed(uow, PlanKind.WAIVER)
    await corrected(uow)

    assert await _is_owed(uow) == Money(-51000)


async def test_the_same_amount_after_a_payslip_that_left_it_out_stays_waived_as_far_as_it_was() -> None:
    uow = await charged()
    view = await closed(uow)
    await _agreed(uow, PlanKind.WAIVER)
    await _left_out(uow, view)
    await corrected(uow)
    await decided_anew(uow)

    assert await _is_owed(uow) == Money(51000)


async def test_corrected_twice_it_stays_waived_once_and_by_whoever_allowed_it() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.WAIVER)
    for _ in range(2):
        await corrected(uow)
        await decided_anew(uow)

    (waiver,) = standing_waivers(uow.ledger.booked)
    assert await _is_owed(uow) == ZERO
    assert waiver.ground.decided_by == (await who(uow, "E05")).id


async def test_instalments_go_on_with_the_notice_that_stands_in_its_place() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.INSTALMENTS, Money(10000))
    await _at_rate(uow, "70")

    april = await prepare_payroll(_APRIL, await wages(uow, E17="9000.00"), "g" * 64, uow=uow)

    zhang = next(one for one in april.people if one.person.employee_no == "E17")
    assert zhang.withheld == Money(10000)


async def test_of_a_lifted_notice_nothing_is_agreed_any_more() -> None:
    uow = await charged()
    await _agreed(uow, PlanKind.PAUSE)
    await corrected(uow)
    await without_zhang(uow)

    assert await uow.plans.where(ended_at=None) == ()
    assert uow.log.acts().count("plan_ended") == 1


async def test_what_a_payslip_left_out_after_a_waiver_may_be_waived_as_well() -> None:
    uow = await charged()
    view = await closed(uow)
    await _agreed(uow, PlanKind.WAIVER)
    await _left_out(uow, view)

    assert await _is_owed(uow) == Money(51000)
    await _agreed(uow, PlanKind.WAIVER)
    assert await _is_owed(uow) == ZERO
