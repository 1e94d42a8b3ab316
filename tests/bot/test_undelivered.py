"""What Telegram will not take is settled by an admin, in chat and over HTTP."""

import json
from typing import Any

from bot.all_routes import all_routes
from core.model.group import Group
from core.model.roles import Grant, Role
from tests.bot.office import Office
from tests.make import NOW

WRONG = {"text": "<b>", "parse_mode": "HTML"}


async def test_an_admin_has_it_sent_again_when_its_cause_is_mended(office: Office) -> None:
    zhang = await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    await _queue(office, 1017, WRONG)
    async with office.open(all_routes()):
        asked = await admin.sees("发不出去", "张伟", "parse entities", button="🔁")
        await _mend(office, "mended")
        await asked.press("🔁")
        await zhang.sees("mended")
        await admin.sees("请求再发")

    assert await office.rows("SELECT count(*) FROM duties WHERE done_at IS NULL") == [(0,)]


async def test_what_fails_again_is_a_new_task_which_can_be_dropped_with_a_reason(office: Office) -> None:
    await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    await _queue(office, 1017, WRONG)
    async with office.open(all_routes()):
        await (await admin.sees("编号 1", button="🔁")).press("🔁")
        await admin.sees("发不出去", "张伟", button="🔁")
        await admin.says("/due")
        await (await admin.sees("一条消息发不出去", button="1.")).press("1.")
        await (await admin.sees("张伟", button="不再发")).press("不再发")
        await admin.sees("为什么")
        await admin.says("已当面说明")
        await admin.sees("决定不再发", "已当面说明")

    assert await office.rows("SELECT act FROM log WHERE act LIKE '%undeliver%'") == [
        ("message_undelivered",),
        ("undelivered_settled",),
        ("message_undelivered",),
        ("undelivered_settled",),
    ]


async def test_a_group_that_threw_the_bot_out_is_unlinked_and_the_admin_hears_of_it(office: Office) -> None:
    zhang = await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    group = await office.sandbox.add_group("苏州厂客诉", [zhang])
    async with office.units.open(NOW) as uow:
        await uow.groups.add(
            Group(chat_id=group, title="苏州厂客诉", site="suzhou", linked_by=1, linked_at=NOW)
        )
    await _queue(office, group, {"text": "news"})
    await office.sandbox.sets_bot(group, "kicked")
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql("DELETE FROM inbox")
    async with office.open(all_routes()):
        await admin.sees("苏州厂客诉")
        await office.until("SELECT is_linked FROM chat_groups", (0,))


async def _mend(office: Office, text: str) -> None:
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "UPDATE outbox SET payload = ? WHERE id = 1", (json.dumps({"text": text}),)
        )


async def _queue(office: Office, chat_id: int, call: dict[str, Any]) -> None:
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO outbox (chat_id, method, payload, card, urgency, state, tries,"
            " queued_at, fault) VALUES (?, 'sendMessage', ?, '', 0, 'waiting', 0,"
            " '2025-03-03 00:12:00.000000', '')",
            (chat_id, json.dumps(call)),
        )


async def test_the_answer_to_a_press_is_nobodys_task_when_it_comes_to_nothing(office: Office) -> None:
    await office.hires("E17")
    await office.hires("E07", grants=(Grant(Role.ADMIN),))
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO outbox (chat_id, method, payload, card, urgency, state, tries, queued_at, fault)"
            " VALUES (1017, 'answerCallbackQuery', '{}', '', 0, 'waiting', 11, '2025-03-03 00:12:00.000000', '')"
        )
    await office.sandbox.makes_trouble(500, method="answerCallbackQuery", times=20)
    async with office.open(all_routes()):
        await office.until("SELECT state FROM outbox WHERE method = 'answerCallbackQuery'", ("failed",))

    assert await office.rows("SELECT count(*) FROM duties WHERE kind = 'undelivered'") == [(0,)]
