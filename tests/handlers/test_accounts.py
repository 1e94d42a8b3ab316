"""Accounts of others: found and opened by finance, HR and auditors alone; the person sees who it was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.actions.money.read_account_of import read_account_of
from core.errors import NoSuchThing, NotThisPerson
from core.model.roles import Grant, Role
from handlers import accounts, my, papers
from tests.core.actions.appeals import noticed
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import verbs, who
from tests.make import person


async def chat(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    return await talk_with(uow, employee_no, my, accounts, papers)


async def opened(uow: FakeUnitOfWork, reader: str, typed: str) -> Talk:
    talk = await chat(uow, reader)
    await talk.sends("/my")
    await talk.presses("account_find")
    await talk.sends(typed)
    await talk.hits(f"account:{talk.latest().rows[0][0].id}:0:")
    return talk


@pytest.mark.parametrize("reader", ["E06", "E07", "E08"])
async def test_finance_hr_and_auditors_open_an_account_by_name(reader: str) -> None:
    talk = await opened(await noticed(), reader, "张伟")

    assert "未结合计 <b>876.00 元</b>" in talk.words()
    assert "本人会看到您查看过" in talk.words()
    letters = ["appeal_letter"] if reader == "E08" else []
    assert verbs(talk.latest()) == [*letters, "notice_pdf", "account_paper", "account_find"]


async def test_the_person_sees_who_opened_it_and_when() -> None:
    uow = await noticed()
    await opened(uow, "E06", "E17")
    worker = await chat(uow, "E17")

    await worker.sends("/my")

    assert "何静 3月3日 08:12" in worker.words()
    assert (uow.log.rows[-1].act, uow.log.rows[-1].facts) == ("account_read", {"person": worker.actor.id})
    finance = await chat(uow, "E06")
    await finance.sends("/my")
    assert "最近查看过您账户的人" not in finance.words()


async def test_turning_the_page_is_the_same_reading_and_an_hour_later_is_another() -> None:
    uow = await noticed()
    talk = await opened(uow, "E06", "E17")
    zhang = await who(uow, "E17")

    await talk.hits(f"account:{zhang.id}:0:1")
    assert len(await uow.account_readings.where()) == 1
    uow.now += timedelta(hours=1)
    await talk.hits(f"account:{zhang.id}:0:0")

    assert len(await uow.account_readings.where()) == 2
    assert uow.log.acts().count("account_read") == 3


async def test_the_statement_of_another_and_their_notice_come_as_documents() -> None:
    uow = await noticed()
    talk = await opened(uow, "E08", "张")

    await talk.presses("my_statement")
    (piece,) = talk.latest().files
    assert (await uow.evidence.get(piece)).name.startswith("E17-")


@pytest.mark.parametrize("stranger", ["E17", "E03", "E04", "E05", "E11"])
async def test_nobody_else_opens_or_looks_for_one(stranger: str) -> None:
    uow = await noticed()
    talk = await chat(uow, stranger)
    other = await who(uow, "E01")

    await talk.sends("/my")
    assert "account_find" not in verbs(talk.latest())
    for press in ("account_find:0:0:", f"account:{other.id}:0:", f"account_paper:{other.id}:0:"):
        with pytest.raises(NotThisPerson, match="accounts_by_role"):
            await talk.hits(press)
    assert await uow.account_readings.where() == ()


async def test_a_role_opens_accounts_of_its_own_site_only() -> None:
    uow = await noticed()
    await uow.persons.add(person("E60", name="远方", site="wuxi"))
    far = await who(uow, "E60")
    talk = await chat(uow, "E06")
    await talk.hits("account_find:0:0:")

    await talk.sends("远方")
    assert "没有找到" in talk.words()
    with pytest.raises(NotThisPerson, match="accounts_by_role"):
        await talk.hits(f"account:{far.id}:0:")
    everywhere = replace(await who(uow, "E06"), grants=(Grant(Role.FINANCE),))
    await uow.persons.put(everywhere)
    assert (await read_account_of(far.id, actor=everywhere, uow=uow))[0].name == "远方"


async def test_who_has_left_is_found_too() -> None:
    uow = await noticed()
    await uow.persons.put(replace(await who(uow, "E17"), left_on=date(2024, 3, 1)))

    talk = await opened(uow, "E06", "E17")

    assert "876.00" in talk.words()


async def test_ones_own_account_opened_this_way_is_no_reading_by_another() -> None:
    uow = await noticed()
    talk = await chat(uow, "E06")

    await talk.hits(f"account:{talk.actor.id}:0:")

    assert await uow.account_readings.where() == ()


async def test_nobody_is_nobody() -> None:
    with pytest.raises(NoSuchThing, match="person_unknown"):
        await (await chat(await noticed(), "E06")).hits("account:999:0:")


async def test_many_cases_come_in_pages_for_readers_too() -> None:
    talk = await opened(await noticed(), "E06", "E17")
    zhang = await who(talk.uow, "E17")

    await talk.hits(f"account:{zhang.id}:0:x")

    assert "250303" in talk.words()
