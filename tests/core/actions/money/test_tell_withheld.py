"""When a batch is closed, everybody whose wage it touches learns month and amount, as their notice promised."""

from dataclasses import replace

import pytest

from bot.render.renderer import Renderer
from core.actions.money.book_reversals import book_reversals
from core.actions.money.close_payroll import close_payroll
from core.actions.money.make_payroll import make_payroll
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.read_account import read_account
from core.actions.money.report_payroll import report_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.ledger.balances import owed_by
from core.model.message import Message
from core.model.money import Money
from core.payroll.month import Month
from core.screens.account import account_shown
from tests.core.actions.money.test_payroll import charged, closed, made, notice_of
from tests.core.ledger.make_postings import rewarded
from tests.fakes import FakeUnitOfWork, check_words
from tests.liability import last_told, unlinked, who


def said(uow: FakeUnitOfWork, message: Message, language: str = "zh-Hans") -> str:
    return Renderer(uow.company).rendered(language, message).html


async def closed_again(uow: FakeUnitOfWork, month: Month) -> None:
    """A further month without anybody's wage: only what is paid back is in it."""
    batch = (await prepare_payroll(month, {}, str(month) * 8, uow=uow)).batch
    batch = (await make_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)).batch
    await close_payroll(batch.id, batch.version, actor=await who(uow, "E30"), uow=uow)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", ("从您 2025-03 的工资里", "扣 <b>510.00 元</b>，还余 366.00 元", "合计扣 510.00 元")),
        ("en", ("your wage of 2025-03", "<b>510.00 yuan</b> withheld; 366.00 yuan remain")),
    ],
)
async def test_month_and_amount_are_told_in_private(language: str, words: tuple[str, ...]) -> None:
    uow = await charged()
    await closed(uow)

    told = said(uow, last_told(uow, "E17", "withheld_told"), language)

    assert [one for one in words if one not in told] == []
    assert "146.00" not in told


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (-1000, ("扣 <b>500.00 元</b>，先前告知的是扣 510.00 元", "相差的 10.00 元转到以后")),
        (37600, ("扣 <b>886.00 元</b>", "多出的 376.00 元先抵还没扣的余额，再多的退还给您")),
    ],
)
async def test_a_payslip_that_says_otherwise_is_told_to_whose_it_is(off: int, words: tuple[str, ...]) -> None:
    uow = await charged()
    view = await closed(uow)
    (line,) = next(one.lines for one in view.people if one.person.employee_no == "E17")
    said_there = {one.id: one.amount for one in view.lines} | {line.id: Money(line.amount.fen + off)}
    batch = (await report_payroll(view.batch.id, said_there, uow=uow)).batch

    settled = await settle_payroll(batch.id, batch.version, actor=await who(uow, "E06"), uow=uow)

    told = last_told(uow, "E17", "payslip_told")
    check_words(uow.company, told)
    assert [one for one in words if one not in said(uow, told)] == []
    assert not [one for one in uow.outbox.told_to("E03") if one.template == "payslip_told"]
    assert settled.owed_after == Money(36600 - off) == owed_by(await uow.ledger.owed())
    card = last_told(uow, "E06", "payroll_shown")
    assert "差额，已记账" in said(uow, card)


async def test_nothing_is_told_before_the_batch_is_closed() -> None:
    uow = await charged()
    await made(uow)

    assert not [one for one in uow.outbox.told_to("E17") if one.template == "withheld_told"]


async def test_what_is_paid_back_is_told_as_such() -> None:
    uow = await charged()
    await closed(uow)
    notice = await notice_of(uow, "E17")
    await book_reversals(notice.case_id, decided_by=8, uow=uow)

    await closed_again(uow, Month(2025, 4))

    assert "退还 <b>510.00 元</b>" in said(uow, last_told(uow, "E17", "withheld_told"))


async def test_a_reward_goes_without_saying_and_who_is_not_touched_hears_nothing() -> None:
    uow = await charged()
    await uow.ledger.book(rewarded(4000, person_id=(await who(uow, "E11")).id))
    await closed(uow)

    assert not [one for one in uow.outbox.told_to("E11") if one.template == "withheld_told"]


@pytest.mark.parametrize(("language", "words"), [("zh-Hans", "周敏（E01）"), ("en", "周敏 (E01)")])
async def test_who_has_no_chat_is_named_to_who_closed_it(language: str, words: str) -> None:
    uow = await charged()
    await unlinked(uow, "E01")
    await closed(uow)

    told = said(uow, last_told(uow, "E30", "payroll_untold"), language)

    assert words in told
    assert "张伟" not in told


async def test_ones_own_account_says_month_by_month_what_was_withheld_as_the_payslips_say() -> None:
    uow = await charged()
    view = await closed(uow)
    zhang = await who(uow, "E17")
    account = await read_account(actor=zhang, uow=uow)
    assert account.lines[0].by_month == (("2025-03", Money(51000)),)

    slips = {line.id: line.amount for line in view.lines} | {view.lines[-1].id: Money(50000)}
    await report_payroll(1, slips, uow=uow)
    notice = await notice_of(uow, "E17")
    await uow.notices.put(replace(notice, is_frozen=False))

    shown = account_shown(await read_account(actor=zhang, uow=uow), zhang)
    assert "2025-03 扣 500.00 元" in said(uow, shown)
    assert "2025-03: 500.00 yuan withheld" in said(uow, shown, "en")


async def test_what_was_paid_back_stands_in_its_month_too() -> None:
    uow = await charged()
    await closed(uow)
    notice = await notice_of(uow, "E17")
    await book_reversals(notice.case_id, decided_by=8, uow=uow)
    await closed_again(uow, Month(2025, 4))
    zhang = await who(uow, "E17")

    shown = said(uow, account_shown(await read_account(actor=zhang, uow=uow), zhang))

    assert "2025-03 扣 510.00 元；2025-04 退还 510.00 元" in shown


async def test_a_batch_that_is_not_closed_says_nothing_of_months_yet() -> None:
    uow = await charged()
    await made(uow)

    account = await read_account(actor=await who(uow, "E17"), uow=uow)

    assert account.lines[0].by_month == ()
