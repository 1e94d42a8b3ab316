"""Messages leave in order, once, and what Telegram answers is told apart."""

import json
from dataclasses import replace
from typing import Any

import pytest

from core.model.group import Group
from core.model.message import Message, Urgency
from core.model.money import Money
from core.model.notice import Notice
from core.model.roles import Grant, Role
from tests.bot.office import Office
from tests.bot.probing import saying
from tests.make import NOW


async def test_states_of_a_living_message_that_still_wait_become_one(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/card 1 2 3")
        shown = await zhang.sees("state 3")
        await zhang.says("/card 4")
        assert (await zhang.sees("state 4")).id == shown.id

    states = await office.rows("SELECT state FROM outbox WHERE card = 'case:7' ORDER BY id")
    assert states == [("replaced",), ("replaced",), ("sent",), ("sent",)]


async def test_a_living_message_that_is_shown_anew_lives_on_there(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/card 1")
        first = await zhang.sees("state 1")
        await zhang.says("/moved 2")
        second = await zhang.sees("state 2")
        await zhang.says("/card 3")
        third = await zhang.sees("state 3")

    assert second.id > first.id
    assert third.id == second.id


async def test_a_living_message_that_was_deleted_is_sent_anew(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/card 1")
        first = await zhang.sees("state 1")
        async with office.units.database.writing() as connection:
            await connection.exec_driver_sql("UPDATE cards SET message_id = 9999")

        await zhang.says("/card 2")

        assert (await zhang.sees("state 2")).id > first.id
        await office.until("SELECT message_id > 0 AND message_id < 9999 FROM cards", (1,))


async def test_a_living_message_that_has_not_changed_is_left_in_peace(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/card 1")
        await zhang.sees("state 1")
        await zhang.says("/card 1")
        await office.until("SELECT state FROM outbox WHERE card <> '' ORDER BY id", ("sent",), ("dropped",))

    assert await zhang.count_of("state 1") == 1


async def test_the_case_of_a_message_is_remembered(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/card 1")
        shown = await zhang.sees("state 1")
        await office.until("SELECT chat_id, message_id, case_id FROM shown", (zhang.id, shown.id, 7))


async def test_the_urgent_goes_before_the_digest(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.units.open(NOW) as uow:
        person = await uow.persons.get(1)
        for number in range(1, 4):
            await uow.outbox.tell(person, replace(saying(f"digest {number}"), urgency=Urgency.DIGEST))
        await uow.outbox.tell(person, replace(saying("urgent"), urgency=Urgency.URGENT))
    async with office.open():
        await zhang.sees("digest 3")

    order = [message.text.split(" 这个")[0] for message in await zhang.screen() if "没有" in message.text]
    assert order == ["没有 urgent", "没有 digest 1", "没有 digest 2", "没有 digest 3"]


async def test_a_chat_that_must_wait_holds_up_nobody_else(office: Office) -> None:
    zhang, li = await office.hires("E17"), await office.hires("E03")
    await office.sandbox.makes_trouble(429, method="sendMessage", chat=zhang.id, times=1, retry_after=3600)
    await zhang.says("slow")
    await li.says("quick")
    async with office.open():
        await li.sees("echo quick")
        assert await zhang.count_of("echo slow") == 0
    async with office.open():
        await zhang.sees("echo slow")

    assert await zhang.count_of("echo slow") == 1


@pytest.mark.parametrize("code", [500, 502])
async def test_a_server_fault_is_tried_again(office: Office, code: int) -> None:
    zhang = await office.hires("E17")
    await office.sandbox.makes_trouble(code, method="sendMessage", times=1)
    async with office.open():
        await zhang.says("hello")
        await zhang.sees("echo hello")

    assert await zhang.count_of("echo hello") == 1


async def test_a_lost_answer_repeats_at_most_one_message(office: Office) -> None:
    zhang = await office.hires("E17")
    await office.sandbox.makes_trouble(0, method="sendMessage", times=1)
    async with office.open():
        await zhang.says("one")
        await zhang.says("two")
        await zhang.sees("echo two")

    assert await zhang.count_of("echo one") <= 2
    assert await zhang.count_of("echo two") == 1


async def test_somebody_who_cannot_be_written_to_is_noted_as_unreachable(office: Office) -> None:
    await office.hires("E17", started=False)
    async with office.units.open(NOW) as uow:
        await uow.outbox.tell(await uow.persons.get(1), saying("hello"))
    async with office.open():
        await office.until("SELECT state FROM outbox", ("unreachable",))

    assert not (await office.person("E17")).is_reachable
    assert await office.rows("SELECT act FROM log") == [("person_unreachable",)]


async def test_what_telegram_will_never_take_is_shown_to_the_admin(office: Office) -> None:
    await office.hires("E17")
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    await _queue_raw(office, 1017, "sendMessage", {"text": "<b>", "parse_mode": "HTML"})
    async with office.open():
        await admin.sees("发不出去", "张伟", "parse entities")

    assert await office.rows("SELECT state FROM outbox WHERE chat_id = 1017") == [("failed",)]


async def test_a_message_to_the_admin_that_fails_does_not_breed_others(office: Office) -> None:
    await office.hires("E07", grants=(Grant(Role.ADMIN),))
    await _queue_raw(
        office, 1007, "sendMessage", {"text": "<b>", "parse_mode": "HTML"}, once="undeliverable:1:1"
    )
    async with office.open():
        await office.until("SELECT state FROM outbox", ("failed",))

    assert await office.rows("SELECT count(*) FROM outbox") == [(1,)]


async def test_a_group_that_moved_meanwhile_gets_its_message_at_its_new_place(office: Office) -> None:
    zhang = await office.hires("E17")
    group = await office.sandbox.add_group("苏州厂客诉", [zhang])
    async with office.units.open(NOW) as uow:
        await uow.groups.add(
            Group(chat_id=group, title="苏州厂客诉", site="suzhou", linked_by=1, linked_at=NOW)
        )
        for number in (1, 2):
            await uow.outbox.post("suzhou", saying(f"card {number}"))
    new = await office.sandbox.migrate(group)
    async with office.open():
        await zhang.sees("card 2", chat=new)

    assert [await zhang.count_of(f"card {number}", chat=new) for number in (1, 2)] == [1, 1]
    assert await office.rows("SELECT chat_id FROM chat_groups") == [(new,)]


async def test_a_notice_is_delivered_when_telegram_has_taken_it(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.units.open(NOW) as uow:
        notice = await uow.notices.add(
            Notice(number="TZ-1", case_id=1, version=1, person_id=1, amount=Money(1), issued_at=NOW)
        )
        await uow.outbox.tell(await uow.persons.get(1), _about(notice))
    assert (await _notice(office)).delivered_at is None
    async with office.open():
        await zhang.sees("your notice")
        await office.until("SELECT state FROM outbox", ("sent",))

    assert (await _notice(office)).delivered_at == NOW


async def test_files_follow_their_text_as_albums(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        for size in (1001, 1002, 1003):
            await zhang.sends_file(size)
        await zhang.sends_file(1004, kind="document", name="report.pdf")
        await office.until("SELECT count(*) FROM evidence", (4,))

        await zhang.says("/files")
        await zhang.sees("files")
        await office.until("SELECT count(*) FROM outbox WHERE state = 'sent'", (3,))

    shown = [message.raw for message in await zhang.screen() if message.raw["from"]["is_bot"]]
    assert [("photo" in raw, "document" in raw) for raw in shown] == [
        (False, False),
        *[(True, False)] * 3,
        (False, True),
    ]
    assert len({raw.get("media_group_id") for raw in shown if "photo" in raw}) == 1


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(office: Office) -> None:
    zhang = await office.hires("E17")
    long = "\n".join(f"{number} " + "字" * 500 for number in range(20))
    async with office.open():
        async with office.units.open(NOW) as uow:
            await uow.outbox.tell(await uow.persons.get(1), saying(long))
        await zhang.sees("19 字", ever=True)

    parts = [message.text for message in await zhang.screen() if "字" in message.text]
    assert len(parts) == 3
    assert "".join(parts).count("字") == 20 * 500


def _about(notice: Notice) -> Message:
    return saying("your notice", notice=notice)


async def _notice(office: Office) -> Notice:
    async with office.units.open(NOW) as uow:
        return await uow.notices.get(1)


async def _queue_raw(
    office: Office, chat_id: int, method: str, call: dict[str, Any], once: str | None = None
) -> None:
    async with office.units.database.writing() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO outbox (chat_id, method, payload, card, once, urgency, state, tries, queued_at, fault)"
            " VALUES (?, ?, ?, '', ?, 0, 'waiting', 0, '2025-03-03 00:12:00.000000', '')",
            (chat_id, method, json.dumps(call), once),
        )
