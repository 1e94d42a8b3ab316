"""Two people of finance close a batch at once: one of them does, and it is booked once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from bot.all_routes import all_routes
from bot.sandbox.client_person import Player
from core.actions.money.prepare_payroll import prepare_payroll
from core.model.money import Money
from core.model.roles import Grant, Role
from tests.bot.office import Office
from tests.core.ledger.make_postings import charged
from tests.core.payroll.make_payroll import LAWFUL, MARCH, notice
from tests.make import NOW, case

WITHHELD = "SELECT COUNT(*) FROM ledger WHERE occasion = 'withheld'"
STATE = "SELECT state FROM batches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """何静 has made the batch, and two others may close it."""

    office: Office
    closers: tuple[Player, Player]


@pytest.fixture
async def crowd(office: Office) -> AsyncIterator[Crowd]:
    company = replace(office.units.surroundings.company, **LAWFUL)
    office.units.surroundings = replace(office.units.surroundings, company=company)
    finance = (Grant(Role.FINANCE),)
    maker, *closers = [await office.hires(number, grants=finance) for number in ("E06", "E30", "E31")]
    await office.hires("E17")
    async with office.units.open(NOW) as uow:
        zhang = await uow.persons.one(employee_no="E17")
        assert zhang is not None
        await uow.cases.add(case())
        given = await uow.notices.add(notice(0, 1, person_id=zhang.id, amount=Money(87600)))
        await uow.ledger.book(charged(87600, person_id=zhang.id, notice_id=given.id))
        await prepare_payroll(MARCH, {zhang.id: Money(300000)}, "f" * 64, uow=uow)
    async with office.open(all_routes()):
        await (await maker.sees("2025-03 扣款批次", button="生成批次")).press("生成批次")
        yield Crowd(office=office, closers=(closers[0], closers[1]))


async def test_of_two_who_close_at_once_one_does_and_it_is_booked_once(crowd: Crowd) -> None:
    cards = [await closer.sees("请核对后关闭", button="关闭批次") for closer in crowd.closers]

    told = await asyncio.gather(*(card.press("关闭批次", old=True) for card in cards))

    assert len([words for words in told if words == "已关闭并记账"]) == 1
    assert len([words for words in told if "2025-03 的批次已经是“已关闭”" in words]) == 1
    assert await crowd.office.rows(STATE) == [("closed",)]
    assert await crowd.office.rows(WITHHELD) == [(2,)]
    closed = "SELECT COUNT(*) FROM log WHERE act = 'payroll_closed'"
    assert await crowd.office.rows(closed) == [(1,)]
