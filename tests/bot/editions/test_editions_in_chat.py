"""A new edition over HTTP: fetched, checked, compared, tried, approved, made known, and in force without a restart."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.all_routes import all_routes
from bot.editions.approved import read_approved
from bot.sandbox.client_person import Player
from tests.bot.edition_text import edition_text
from tests.bot.office import Office
from tests.make import NOW

STATE = "SELECT state FROM proposed_editions"
THEN = date(2026, 1, 1)


@pytest.fixture
async def people(office: Office) -> AsyncIterator[tuple[Player, Player, Player]]:
    """孙丽 is the admin, 赵刚 the general manager, 张伟 on the staff."""
    admin, manager, worker = [await office.hires(number) for number in ("E07", "E05", "E17")]
    async with office.open(all_routes()):
        yield admin, manager, worker


async def sent(admin: Player, content: bytes, name: str = "制度.toml") -> None:
    await admin.says("/rulebook")
    await (await admin.sees("现行制度", button="🗂 新版本和签收")).press("🗂 新版本和签收")
    await (await admin.sees("制度的新版本", button="📤 上传新版本")).press("📤 上传新版本")
    await admin.sees("作为文件发来")
    await admin.sends_file(content, kind="document", name=name)


async def test_an_edition_sent_in_chat_holds_from_its_day_and_the_shell_knows_it(
    office: Office, people: tuple[Player, Player, Player]
) -> None:
    admin, manager, worker = people
    text = edition_text()
    await sent(admin, text.encode())

    await (await admin.sees("检查：没有错误", button="提交批准")).press("提交批准")
    await (await manager.sees("待总经理批准", button="批准")).press("批准")
    await admin.sees("已批准")
    await office.sandbox.wind(hours=1)
    await (await worker.sees("制度有新版本", "2026", button="已阅读")).press("已阅读")
    await worker.sees("确认已阅读")
    await office.until("SELECT COUNT(*) FROM edition_receipts WHERE read_at IS NOT NULL", (1,))

    rulebooks = office.units.surroundings.rulebooks
    await office.until("SELECT COUNT(*) FROM edition_receipts", (3,))
    assert rulebooks.on("logistics-liability", THEN).edition.edition == "2026"
    assert rulebooks.on("logistics-liability", date(2025, 12, 31)).edition.edition == "undated"
    (read,) = read_approved(Path(str(office.units.database.engine.url.database))).books
    assert read.sha256 == rulebooks.on("logistics-liability", THEN).sha256


async def test_every_fault_is_told_at_once_with_its_line(
    office: Office, people: tuple[Player, Player, Player]
) -> None:
    admin, *_ = people
    await sent(admin, edition_text().replace('"30%"', '"三成"').replace('"15%"', "15").encode())

    await admin.sees("2 处错误", "没有接受")
    await office.until(STATE, ("refused",))


async def test_a_long_list_of_faults_comes_as_a_file_too(
    office: Office, people: tuple[Player, Player, Player]
) -> None:
    admin, *_ = people
    await sent(admin, edition_text().replace("clause = ", "clausula = ").encode())

    await admin.sees("没有接受", "全部在文件里")
    await office.until("SELECT name FROM evidence", ("制度.toml.txt",))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (edition_text(day="2024-01-01").encode(), "2025-03-03 之后的日期"),
        (edition_text("graded-incidents").encode(), "logistics-liability"),
        (edition_text().encode("utf-16"), "不是 UTF-8"),
        (b"id = ", "不是 TOML"),
    ],
)
async def test_what_cannot_follow_what_is_there_is_refused_in_words(
    office: Office, people: tuple[Player, Player, Player], content: bytes, named: str
) -> None:
    admin, *_ = people
    await sent(admin, content)

    await admin.sees("没有接受", named)
    await office.until(STATE, ("refused",))


async def test_a_file_that_is_gone_is_told_of(office: Office, people: tuple[Player, Player, Player]) -> None:
    admin, *_ = people
    async with office.units.open(NOW) as uow:
        kept = await uow.persons.one(employee_no="E07")
        assert kept is not None
    await sent(admin, edition_text().encode())
    await admin.sees("检查：没有错误")
    async with office.units.open(NOW) as uow:
        (known,) = await uow.proposed_editions.where()
        await uow.proposed_editions.add(replace(known, id=0, file_id="gone", state=known.state.SENT))
    await admin.sees("没有读到")
