"""/my: one's own cases, amounts, appeals, points and rewards; and nobody else's."""

from dataclasses import replace
from datetime import date

import pytest

from bot.render.renderer import Renderer
from core.actions.appeal.open_correction import open_correction
from core.actions.money.issue_statement import issue_statement
from core.actions.money.read_account import read_account
from core.model.case import Stage
from core.model.message import Message
from core.model.money import Money
from core.model.notice import AppealOutcome
from core.model.party import Party
from core.model.pay_law import MinimumWage
from core.rules.notice.own_account import OwnAccount
from core.screens.account import account_shown
from tests.core.actions.appeals import appealed, decided_anew, judged, noticed, with_rate, without_zhang
from tests.core.actions.money.test_payroll import charged, closed
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, verbs, who, with_wage
from tests.make import NOW, case


async def account_of(uow: FakeUnitOfWork, employee_no: str) -> OwnAccount:
    return await read_account(actor=await who(uow, employee_no), uow=uow)


async def shown_to(uow: FakeUnitOfWork, employee_no: str, page: int = 0) -> str:
    person = await who(uow, employee_no)
    message = account_shown(await account_of(uow, employee_no), person, page)
    return Renderer(uow.company).rendered("zh-Hans", message).html


async def test_everybody_sees_their_own_amount_alone() -> None:
    uow = await noticed()

    own = await account_of(uow, "E17")

    assert [str(line.open_amount) for line in own.lines] == ["876.00"]
    assert "未结 876.00 元" in await shown_to(uow, "E17")
    assert "146.00" not in await shown_to(uow, "E17")
    assert "没有您的案件" in await shown_to(uow, "E10")


async def test_an_appeal_and_its_outcome_are_shown() -> None:
    uow = await appealed()
    assert "申诉：处理中" in await shown_to(uow, "E17")
    assert "冻结（申诉或更正中）" in await shown_to(uow, "E17")

    uow = await judged(AppealOutcome.LIFTED)
    await without_zhang(uow)
    words = await shown_to(uow, "E17")
    assert "申诉：撤销" in words
    assert "已撤销" in words
    assert (await account_of(uow, "E17")).open_amount == Money(0)


async def test_months_are_shown_where_a_wage_is_known() -> None:
    uow = await complete(minimum_wages=(MinimumWage("suzhou", date.min, Money.of("2490.00")),))
    await with_wage(uow, "E17", "3000")
    await decided_anew(uow)

    assert "每月 510.00 元" in await shown_to(uow, "E17")


async def test_what_is_not_decided_names_no_result() -> None:
    uow = await complete()

    (line,) = (await account_of(uow, "E17")).lines

    assert (line.notice, line.result, line.points, line.reward) == (None, None, 0, Money(0))


async def test_a_reward_is_a_secret_until_it_is_decided() -> None:
    uow = await complete()
    zhang = await who(uow, "E10")
    await uow.parties.add(
        Party(
            case_id=1,
            person_id=zhang.id,
            role="responsible",
            department="销售部",
            details={"restricted": True},
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )
    assert (await account_of(uow, "E10")).lines == ()

    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.CLOSED))
    assert len((await account_of(uow, "E10")).lines) == 1


async def test_long_accounts_come_in_pages() -> None:
    uow = await noticed()
    zhang = await who(uow, "E17")
    for number in range(25):
        kept = await uow.cases.add(case(number=f"2504{number:02}"))
        await uow.parties.add(
            Party(
                case_id=kept.id,
                person_id=zhang.id,
                role="responsible",
                department="仓储部",
                hearing_due_at=NOW,
                named_by=2,
                named_at=NOW,
            )
        )

    first, last = [account_shown(await account_of(uow, "E17"), zhang, page) for page in (0, 99)]

    assert "my_page" in verbs(first)
    assert [button.arg for row in last.rows for button in row if button.verb == "my_page"] == ["1"]
    assert "250303" in await shown_to(uow, "E17", 2)


async def test_the_statement_lists_cases_and_bookings() -> None:
    uow = await noticed()
    await with_correction(uow)

    piece = await issue_statement(actor=await who(uow, "E17"), uow=uow)

    (paper,) = uow.papers.issued
    amounts = [str(posting["amount"]) for posting in postings_in(paper.data)]
    assert amounts == ["876.00", "-876.00", "1022.00"]
    assert uow.log.rows[-1].facts["sha256"] == piece.sha256
    assert paper.number == "E17-20250303"


async def with_correction(uow: FakeUnitOfWork) -> None:
    await open_correction(1, reason="漏项", actor=await who(uow, "E06"), uow=uow)
    await with_rate(uow, "70")
    await decided_anew(uow)


def postings_in(data: object) -> list[dict[str, object]]:
    assert isinstance(data, dict)
    found: list[dict[str, object]] = data["postings"]
    return found


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh-Hans", "已从工资中扣除（2025-03 工资）"), ("en", "withheld from wages (2025-03)")],
)
async def test_the_statement_says_from_which_months_wage_it_was_withheld(language: str, said: str) -> None:
    uow = await charged()
    await closed(uow)

    await issue_statement(actor=await who(uow, "E17"), uow=uow)

    paper = Message(template="papers/statement", data=uow.papers.issued[-1].data)
    assert said in Renderer(uow.company).rendered(language, paper).html
