"""Whatever the Bot API does to the bot, each thing happens once and each message is there."""

import json
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot.outbox.delivery import Delivery
from bot.outbox.limits import Allowance, Limits
from bot.sandbox.client import playing
from bot.sandbox.client_person import file_part
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from core.model.group import Group
from tests.bot.office import TOKEN, Office
from tests.bot.probing import saying
from tests.make import NOW
from tests.patience import PATIENCE
from tests.storage.opening import units_on

ECHOED = "SELECT count(*) FROM log WHERE act = 'echoed'"
LATE, CUT, LOST = 200, -1, 0
FASTER = 20.0


@pytest.mark.parametrize("method", ["sendMessage", "getUpdates", "getFile"])
@pytest.mark.parametrize("code", [LATE, 429, 500, 502, CUT])
async def test_a_call_that_fails_undone_is_made_again_and_has_one_effect(
    office: Office, method: str, code: int
) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await office.sandbox.makes_trouble(code, method=method, times=2, delay=0.05)
        await zhang.sends_file(1001)
        await zhang.says("hello")
        await zhang.sees("echo hello")
        await office.until("SELECT storing FROM evidence", ("stored",))

    assert await zhang.count_of("echo hello") == 1
    assert await office.rows(ECHOED) == [(1,)]


async def test_updates_whose_answer_was_lost_come_again_and_have_one_effect(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await office.sandbox.makes_trouble(LOST, method="getUpdates", times=3)
        await zhang.says("hello")
        await zhang.sees("echo hello")
        assert await office.sandbox.is_quiet()

    assert await office.rows(ECHOED) == [(1,)]


@pytest.mark.parametrize("backwards", [False, True])
async def test_updates_that_are_given_again_and_again_have_one_effect(
    office: Office, *, backwards: bool
) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        for number in range(5):
            await zhang.says(f"word {number}")
        await zhang.sees("echo word 4", ever=True)
        for _ in range(3):
            assert await office.sandbox.redelivers(5, backwards=backwards) == 5
            await zhang.says("more")
            await zhang.sees("echo more")

    assert await office.rows(ECHOED) == [(8,)]
    assert [await zhang.count_of(f"echo word {number}") for number in range(5)] == [1] * 5


async def test_an_album_in_any_order_is_kept_whole(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.sends_album([file_part(1001), file_part(1002), file_part(1003)], order=[2, 0, 1])
        await office.sandbox.redelivers(3, backwards=True)
        await office.until("SELECT count(*) FROM evidence WHERE storing = 'stored'", (3,))
        assert await office.sandbox.is_quiet()

    assert await office.rows("SELECT count(DISTINCT message_id) FROM evidence") == [(3,)]


async def test_a_server_that_keeps_its_limits_refuses_nothing_of_an_outbox_that_keeps_them_too(
    office: Office,
) -> None:
    people = [await office.hires(number) for number in ("E17", "E03", "E01")]
    group = await office.sandbox.add_group("苏州厂客诉", people)
    await office.sandbox.keeps_limits(faster=FASTER)
    # however long this machine stands still: only an answer says that something arrived
    delivery = Delivery(limits=replace(Limits().faster(FASTER), latest=PATIENCE))
    async with office.units.open(NOW) as uow:
        await uow.groups.add(Group(chat_id=group, title="x", site="suzhou", linked_by=1, linked_at=NOW))
        for number in range(30):
            await uow.outbox.tell(await uow.persons.get(number % 3 + 1), saying(f"notice {number}"))
        for number in range(10):
            await uow.outbox.post("suzhou", saying(f"card {number}"))
    async with office.open(delivery=delivery):
        await office.until("SELECT count(*) FROM outbox WHERE state = 'sent'", (40,))

    assert await office.sandbox.keeps_limits(False) == 0


async def test_a_group_gets_its_twenty_a_minute_across_a_restart(office: Office) -> None:
    zhang = await office.hires("E17")
    group = await office.sandbox.add_group("苏州厂客诉", [zhang])
    await office.sandbox.lets_time_run()
    await office.sandbox.keeps_limits(overall=1_000, chat=1_000)
    many = Allowance(1_000, 1.0)
    now = await office.sandbox.now()
    async with office.units.open(now) as uow:
        await uow.groups.add(Group(chat_id=group, title="x", site="suzhou", linked_by=1, linked_at=NOW))
        for number in range(30):
            await uow.outbox.post("suzhou", saying(f"card {number}"))
    for _ in range(2):
        async with office.open(delivery=Delivery(limits=Limits(overall=many, chat=many, in_a_row=many))):
            await office.until("SELECT count(*) FROM outbox WHERE state = 'sent'", (20,))
            assert await office.sandbox.is_quiet(milliseconds=200)

    assert await office.sandbox.keeps_limits(False) == 0
    assert await office.rows("SELECT count(*) FROM outbox WHERE state = 'sent'") == [(20,)]


async def test_an_outbox_without_limits_is_refused_and_gets_everything_through_all_the_same(
    office: Office,
) -> None:
    zhang = await office.hires("E17")
    await office.sandbox.keeps_limits()
    async with office.units.open(NOW) as uow:
        for number in range(3):
            await uow.outbox.tell(await uow.persons.get(1), saying(f"notice {number}"))
    async with office.open():
        await zhang.sees("notice 2", ever=True)

    assert await office.sandbox.keeps_limits(False) > 0
    assert [await zhang.count_of(f"notice {number}") for number in range(3)] == [1, 1, 1]


async def test_a_text_that_telegram_finds_too_long_comes_as_a_file_with_its_buttons(office: Office) -> None:
    zhang = await office.hires("E17")
    keyboard = {"inline_keyboard": [[{"text": "why", "callback_data": "why:1:1"}]]}
    call = {"text": "<b>字</b>" + "字" * 5_000, "parse_mode": "HTML", "reply_markup": keyboard}
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO outbox (chat_id, method, payload, card, urgency, state, tries, queued_at, fault)"
            " VALUES (1017, 'sendMessage', ?, '', 0, 'waiting', 0, '2025-03-03 00:12:00.000000', '')",
            (json.dumps(call),),
        )
    async with office.open():
        await zhang.sees("message.txt", button="why")

    assert await office.rows("SELECT state FROM outbox") == [("sent",)]


async def test_a_server_that_starts_anew_has_its_queue_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    database = open_database(tmp_path / "test.sqlite3")
    await migrate(database)
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=NOW), folder=tmp_path / "sandbox")
    async with AsyncExitStack() as stack:
        async with running(world) as url, playing(url) as sandbox:
            office = Office(sandbox=sandbox, url=url, units=units_on(database), folder=tmp_path)
            zhang = await office.hires("E17")
            await stack.enter_async_context(office.open())
            await zhang.says("one")
            await zhang.sees("echo one")
            await sandbox.makes_trouble(CUT, method="getUpdates", times=1_000)
            await sandbox.redelivers(1)
            await zhang.says("two")
        again = open_world(TOKEN, folder=tmp_path / "sandbox")
        async with running(again, port=int(url.rpartition(":")[2])), playing(url) as sandbox:
            zhang = await sandbox.person(zhang.id)
            await zhang.sees("echo two", ever=True, within=20)
            assert [await zhang.count_of(f"echo {word}") for word in ("one", "two")] == [1, 1]
            await stack.aclose()
    await database.close()
