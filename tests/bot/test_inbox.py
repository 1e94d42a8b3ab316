"""Updates are kept before they are confirmed, handled once, in order, and one that fails stops nobody else."""

import json

from core.model.roles import Grant, Role
from tests.bot.office import Office


async def test_an_update_delivered_three_times_has_one_effect(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("hello")
        await zhang.sees("echo hello")
    await _deliver_again(office)
    async with office.open():
        await zhang.says("goodbye")
        await zhang.sees("echo goodbye")

    assert await zhang.count_of("echo hello") == 1
    assert await office.rows("SELECT count(*) FROM log WHERE act = 'echoed'") == [(2,)]


async def test_what_was_kept_but_not_handled_is_handled_after_a_start(office: Office) -> None:
    zhang = await office.hires("E17")
    raw = {
        "update_id": 900,
        "message": {
            "message_id": 50,
            "date": 1740960720,
            "chat": {"id": zhang.id, "type": "private", "first_name": "张伟"},
            "from": {"id": zhang.id, "is_bot": False, "first_name": "张伟"},
            "text": "left over",
        },
    }
    await _keep(office, 900, zhang.id, json.dumps(raw))

    async with office.open():
        await zhang.sees("echo left over")

    assert await office.rows("SELECT state FROM inbox WHERE update_id = 900") == [("done",)]


async def test_an_update_that_fails_is_tried_three_times_and_set_aside(office: Office) -> None:
    zhang = await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    async with office.open():
        await zhang.says("/fail now")
        await zhang.sees("抱歉", "已经保存")
        await admin.sees("三次都没有处理成功", "张伟", "LookupError")

    assert await office.rows("SELECT state, tries FROM inbox WHERE tries > 0") == [("aside", 3)]
    assert await office.rows("SELECT * FROM log WHERE act = 'failing'") == []
    assert await zhang.count_of("never") == 0


async def test_later_updates_of_a_failing_chat_wait_and_other_chats_go_on(office: Office) -> None:
    zhang, li = await office.hires("E17"), await office.hires("E03")
    await zhang.says("/fail first")
    await zhang.says("after it")
    await li.says("unharmed")
    async with office.open():
        await li.sees("echo unharmed")
        await zhang.sees("echo after it", ever=True)

    texts = [
        message.text for message in await zhang.screen() if "抱歉" in message.text or "echo" in message.text
    ]
    assert ["抱歉" in text for text in texts] == [True, False]


async def test_an_update_that_cannot_be_read_is_set_aside_at_once(office: Office) -> None:
    zhang = await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    await _keep(office, 900, zhang.id, '{"update_id": 900, "message": {"chat": {"id": 1017}}}')
    await _keep(office, 901, zhang.id, "[")

    async with office.open():
        await admin.sees("编号 900")
        await admin.sees("编号 901")
        await zhang.says("hello")
        await zhang.sees("echo hello")

    aside = await office.rows("SELECT update_id, tries FROM inbox WHERE state = 'aside'")
    assert aside == [(900, 1), (901, 1)]


async def test_kinds_of_update_that_are_not_for_us_pass_quietly(office: Office) -> None:
    zhang = await office.hires("E17")
    await _keep(office, 900, 0, '{"update_id": 900, "not_yet_known": {"id": "1"}}')
    await _keep(office, 901, 0, '{"update_id": 901}')
    async with office.open():
        await zhang.says("hello")
        await zhang.sees("echo hello")

    assert await office.rows("SELECT DISTINCT state FROM inbox") == [("done",)]


async def test_a_server_that_is_ill_is_asked_again(office: Office) -> None:
    zhang = await office.hires("E17")
    await office.sandbox.makes_trouble(502, method="getUpdates", times=1)
    async with office.open():
        await zhang.says("hello")

        await zhang.sees("echo hello")


async def _keep(office: Office, update_id: int, chat_id: int, raw: str) -> None:
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO inbox VALUES (?, ?, ?, '2025-03-03 00:12:00.000000', 'waiting', 0, '')",
            (update_id, chat_id, raw),
        )


async def _deliver_again(office: Office) -> None:
    """Twice more, as a server does whose confirmation was lost."""
    for update_id, chat_id, raw in await office.rows("SELECT update_id, chat_id, raw FROM inbox"):
        for _ in range(2):
            async with office.units.database.writing() as connection:
                await connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO inbox VALUES (?, ?, ?, '2025-03-03 00:12:00.000000', 'waiting', 0, '')",
                    (update_id, chat_id, raw),
                )
