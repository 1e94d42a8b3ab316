"""/payroll in chat: finance makes, a second person closes, an auditor looks."""

import pytest

from core.actions.money.read_payroll import read_wages_of
from core.actions.money.report_payroll import report_payroll
from core.errors import NotThisPerson
from core.model.money import Money
from core.payroll.batch import BatchState
from handlers import payroll
from tests.core.actions.money.test_payroll import charged, closed, prepared
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import last_told, verbs, who


async def talk(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, payroll)


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


async def test_who_reads_whose_wage_is_in_the_log() -> None:
    uow = await charged()
    await prepared(uow)
    auditor = await talk(uow, "E08")
    await auditor.presses("payroll_lines", last_told(uow, "E06", "payroll_shown"))

    await auditor.presses("payroll_wages")

    people = auditor.latest().data["people"]
    assert isinstance(people, list)
    assert [(one["name"], str(one["note"])) for one in people] == [
        ("周敏", "4000.00 800.00"),
        ("李强", "9000.00 1800.00"),
        ("张伟", "3000.00 510.00"),
    ]
    row = uow.log.rows[-1]
    assert (row.act, row.actor_id, len(str(row.facts["persons"]).split(","))) == (
        "wages_read",
        auditor.actor.id,
        3,
    )
    assert "3000.00" not in str(row)


async def test_nobody_else_reads_a_wage() -> None:
    uow = await charged()
    await prepared(uow)
    lines = last_told(uow, "E06", "payroll_shown")

    with pytest.raises(NotThisPerson, match="finance_only"):
        await (await talk(uow, "E11")).presses("payroll_lines", lines)
    with pytest.raises(NotThisPerson, match="finance_only"):
        await read_wages_of(1, [1], actor=await who(uow, "E11"), uow=uow)


async def test_the_summary_of_a_closed_batch_is_one_press_away() -> None:
    uow = await charged()
    await closed(uow)
    finance = await talk(uow, "E06")

    await finance.presses("payroll_paper", last_told(uow, "E06", "payroll_shown"))

    (piece,) = finance.latest().files
    assert (await uow.evidence.get(piece)).name == "KK-2025-001-payroll_summary.pdf"


async def test_the_workbook_for_payroll_is_one_press_away_and_its_hash_is_in_the_log() -> None:
    uow = await charged()
    await closed(uow)
    finance = await talk(uow, "E06")

    await finance.presses("payroll_sheet", last_told(uow, "E06", "payroll_shown"))

    (piece,) = finance.latest().files
    kept = await uow.evidence.get(piece)
    assert kept.name == "KK-2025-001.xlsx"
    assert (uow.log.rows[-1].facts["kind"], uow.log.rows[-1].facts["sha256"]) == (
        "payroll_sheet",
        kept.sha256,
    )
