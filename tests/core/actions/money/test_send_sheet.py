"""Who may send wages and payslips, of which month, as what."""

from dataclasses import replace
from typing import Any

import pytest

from core.actions.money.send_sheet import check_may_send, check_may_send_back, forget_file, send_sheet
from core.actions.money.take_sheet import take_sheet
from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from core.model.staff import StaffRow
from core.payroll.upload import SheetKind, WagesUpload
from tests.core.actions.money.test_payroll import charged, closed, made
from tests.fakes import FakeUnitOfWork
from tests.liability import who
from tests.make import NOW

UPLOAD = WagesUpload(
    person_id=0, month="2025-03", name="工资.XLSX", size=9, file_id="f", chat_id=1, message_id=7, sent_at=NOW
)


async def upload(uow: FakeUnitOfWork, employee_no: str = "E06", **changes: Any) -> WagesUpload:
    actor = await who(uow, employee_no)
    sent = replace(UPLOAD, person_id=actor.id, **changes)
    return await send_sheet(sent, actor=actor, uow=uow)


def row(number: str, wage: str, line: int = 2) -> StaffRow:
    return StaffRow(line, {"employee_no": number, "wage": wage})


async def test_a_sheet_is_noted_and_then_taken() -> None:
    uow = await charged()
    sent = await upload(uow)

    assert await take_sheet(sent, (row("E17", "3000.00"),), "f" * 64, uow=uow) == ()
    done = await forget_file(sent, uow=uow, is_taken=True)

    (batch,) = await uow.batches.where()
    assert (batch.month, done.file_id, done.read_at) == ("2025-03", "", uow.now)
    assert uow.log.rows[-1].facts["is_taken"] is True


async def test_a_sheet_with_faults_prepares_nothing() -> None:
    uow = await charged()
    sent = await upload(uow)

    faults = await take_sheet(sent, (row("E17", "x"), row("E17", "1", 3)), "f" * 64, uow=uow)

    assert [fault.what for fault in faults] == ["wage_form", "number_twice"]
    assert await uow.batches.where() == ()


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"name": "工资.pdf"}, "wages_kind"),
        ({"size": 21 * 1024 * 1024}, "wages_too_big"),
        ({"month": "三月"}, "month_unknown"),
    ],
)
async def test_what_is_no_sheet_is_refused(changes: dict[str, Any], what: str) -> None:
    with pytest.raises(NotAllowed, match=what):
        await upload(await charged(), **changes)


@pytest.mark.parametrize("stranger", ["E17", "E08", "E05"])
async def test_nobody_but_finance_sends_wages(stranger: str) -> None:
    with pytest.raises(NotThisPerson, match="finance_only"):
        await upload(await charged(), stranger)


async def test_the_wages_of_a_month_that_is_made_are_refused_before_the_file_is_sent() -> None:
    uow = await charged()
    await made(uow)

    with pytest.raises(NotAllowed, match="payroll_made_already"):
        await check_may_send("2025-03", actor=await who(uow, "E06"), uow=uow)


async def test_a_month_that_is_only_prepared_may_be_sent_again() -> None:
    uow = await charged()
    await take_sheet(await upload(uow), (row("E17", "3000.00"),), "f" * 64, uow=uow)

    assert str(await check_may_send("2025-3", actor=await who(uow, "E06"), uow=uow)) == "2025-03"


def slip(line: int, number: str, withheld: str) -> StaffRow:
    return StaffRow(line + 1, {"line": str(line), "employee_no": number, "withheld": withheld})


async def test_payslips_of_a_closed_batch_are_taken_whole() -> None:
    uow = await charged()
    await closed(uow)
    sent = await upload(uow, kind=SheetKind.PAYSLIPS)
    slips = (slip(1, "E01", "146.00"), slip(2, "E03", "146.00"), slip(3, "E17", "500.00"))

    assert await take_sheet(sent, slips, "s" * 64, uow=uow) == ()

    assert [str(line.withheld) for line in await uow.batch_lines.where()] == ["146.00", "146.00", "500.00"]
    row = next(one for one in uow.log.rows if one.act == "payroll_reported")
    assert row.actor_id == sent.person_id


async def test_payslips_with_a_fault_are_refused_whole() -> None:
    uow = await charged()
    await closed(uow)
    sent = await upload(uow, kind=SheetKind.PAYSLIPS)

    faults = await take_sheet(sent, (slip(1, "E01", "146.00"), slip(2, "E17", "x")), "s" * 64, uow=uow)

    assert [fault.what for fault in faults] == ["line_of_another", "wage_form"]
    assert [line.withheld for line in await uow.batch_lines.where()] == [None] * 3


async def test_payslips_come_back_only_to_a_closed_batch_that_is_there() -> None:
    uow = await charged()
    actor = await who(uow, "E06")
    with pytest.raises(NoSuchThing, match="batch_unknown"):
        await check_may_send_back("2025-03", actor=actor, uow=uow)
    await made(uow)

    with pytest.raises(NotAllowed, match="payroll_not_closed"):
        await check_may_send_back("2025-03", actor=actor, uow=uow)
