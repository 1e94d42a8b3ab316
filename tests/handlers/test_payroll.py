"""/payroll in chat: finance makes, a second person closes, an auditor looks."""

import pytest

from core.actions.report_payroll import report_payroll
from core.errors import NotThisPerson
from core.model.money import Money
from core.payroll.batch import BatchState
from handlers import payroll
from tests.core.actions.test_payroll import charged, prepared
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk
from tests.liability import verbs, who


async def talk(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return Talk(uow, await who(uow, employee_no), payroll.handlers())


async def test_a_batch_goes_through_two_pairs_of_hands() -> None:
    uow = await charged()
    await prepared(uow)
    maker, closer = await talk(uow, "E06"), await talk(uow, "E30")

    await maker.sends("/payroll")
    await maker.presses("2025-03")
    await maker.presses("payroll_make")
    assert verbs(maker.latest()) == ["pay_return", "pay_lines"]
    await closer.presses("payroll_close")

    assert (maker.reply.toasts, closer.reply.toasts) == (["payroll_made"], ["payroll_closed"])
    batch = await uow.batches.get(1)
    assert batch.state is BatchState.CLOSED

    lines = {line.id: line.amount for line in await uow.batch_lines.where()}
    await report_payroll(1, lines | {1: Money(0)}, uow=uow)
    again = await talk(uow, "E06")
    await again.presses("payroll_settle")
    assert again.reply.toasts == ["payroll_settled"]


async def test_who_made_it_sends_it_back() -> None:
    uow = await charged()
    await prepared(uow)
    maker = await talk(uow, "E06")
    await maker.presses("payroll_make")

    await maker.presses("payroll_return")

    assert maker.reply.toasts == ["payroll_made", "payroll_returned"]


async def test_the_lines_name_case_clause_and_what_remains() -> None:
    uow = await charged()
    await prepared(uow)
    auditor = await talk(uow, "E08")
    await auditor.sends("/payroll")
    await auditor.presses("2025-03")

    await auditor.presses("payroll_lines")

    lines = auditor.latest().data["lines"]
    assert isinstance(lines, list)
    assert [(line["name"], line["number"], line["clause"], str(line["remaining"])) for line in lines] == [
        ("周敏", "250303", "5.1", "0.00"),
        ("李强", "250303", "5.1", "0.00"),
        ("张伟", "250303", "5.1", "366.00"),
    ]


async def test_nobody_else_sees_a_batch() -> None:
    uow = await charged()

    with pytest.raises(NotThisPerson, match="finance_only"):
        await (await talk(uow, "E17")).sends("/payroll")
