"""The summary of a closed batch is issued to finance and auditors, and its hash is in the log."""

from dataclasses import replace

import pytest

from core.actions.money.issue_payroll_paper import issue_payroll_paper
from core.actions.money.report_payroll import report_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.errors import NotAllowed, NotThisPerson
from core.model.money import Money
from tests.core.actions.money.test_payroll import charged, closed, made
from tests.core.ledger.make_postings import rewarded
from tests.liability import who


@pytest.mark.parametrize("reader", ["E06", "E30", "E08"])
async def test_the_summary_of_a_closed_batch_is_for_finance_and_auditors(reader: str) -> None:
    uow = await charged()
    await closed(uow)

    piece = await issue_payroll_paper(1, actor=await who(uow, reader), uow=uow)

    assert piece.name == "KK-2025-001-payroll_summary.pdf"
    row = uow.log.rows[-1]
    assert (row.act, row.facts["kind"], row.facts["sha256"]) == (
        "paper_issued",
        "payroll_summary",
        piece.sha256,
    )


@pytest.mark.parametrize("stranger", ["E17", "E11", "E05"])
async def test_nobody_else_gets_it(stranger: str) -> None:
    uow = await charged()
    await closed(uow)

    with pytest.raises(NotThisPerson, match="finance_only"):
        await issue_payroll_paper(1, actor=await who(uow, stranger), uow=uow)


async def test_there_is_none_before_the_batch_is_closed() -> None:
    uow = await charged()
    await made(uow)

    with pytest.raises(NotAllowed, match="summary_of_closed"):
        await issue_payroll_paper(1, actor=await who(uow, "E06"), uow=uow)


async def test_it_says_who_gives_and_gets_how_much_and_no_wage() -> None:
    uow = await charged()
    await uow.ledger.book(rewarded(4000, person_id=(await who(uow, "E11")).id))
    await closed(uow)

    await issue_payroll_paper(1, actor=await who(uow, "E06"), uow=uow)

    data = uow.papers.issued[-1].data
    people = data["people"]
    assert isinstance(people, list)
    assert [(one["name"], str(one["withheld"]), str(one["paid_back"])) for one in people] == [
        ("周敏", "146.00", "0.00"),
        ("李强", "146.00", "0.00"),
        ("陈洁", "0.00", "40.00"),
        ("张伟", "510.00", "0.00"),
    ]
    assert (data["withheld"], data["paid_back"], data["held"]) == (Money(80200), Money(4000), [])
    assert (data["made_by"], data["closed_by"]) == ("何静", "冯刚")
    assert "3000.00" not in str(data)


async def test_a_settled_one_says_what_the_payslips_said() -> None:
    uow = await charged()
    view = await closed(uow)
    said = {line.id: line.amount for line in view.lines} | {view.lines[0].id: Money(10000)}
    batch = (await report_payroll(1, said, uow=uow)).batch
    await settle_payroll(1, batch.version, actor=await who(uow, "E06"), uow=uow)

    await issue_payroll_paper(1, actor=await who(uow, "E06"), uow=uow)

    data = uow.papers.issued[-1].data
    assert isinstance(data["people"], list)
    assert ([str(one["said"]) for one in data["people"]], data["differing"]) == (
        ["100.00", "146.00", "510.00"],
        1,
    )


async def test_what_is_not_withheld_is_said_with_whom_it_concerns() -> None:
    uow = await charged()
    for notice in await uow.notices.where():
        await uow.notices.put(replace(notice, is_frozen=True))
    await closed(uow)

    await issue_payroll_paper(1, actor=await who(uow, "E06"), uow=uow)

    assert uow.papers.issued[-1].data["held"] == [
        {"kind": "frozen", "people": ["周敏", "李强", "张伟"], "amount": Money(116800)}
    ]
