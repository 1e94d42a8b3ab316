"""Who said what where decides which handler is called, and every press is answered."""

import asyncio

from bot.sandbox.client_person import Player
from core.model.group import Group
from tests.bot.office import Office
from tests.make import NOW


async def test_a_text_that_nobody_waits_for_goes_to_whoever_takes_what_arrives(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("hello")

        await zhang.sees("echo hello")


async def test_free_text_is_cleaned_before_anybody_reads_it(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("a\u202eb")

        await zhang.sees("echo ab")


async def test_a_command_that_is_not_there_is_said_kindly(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/nonsense")

        await zhang.sees("/nonsense", "/help")


async def test_a_text_answers_the_open_question_once(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/ask")
        await zhang.sees("which?")

        await zhang.says("this")
        await zhang.sees("answer this to 1")
        await zhang.says("that")
        await zhang.sees("echo that")


async def test_a_forward_is_no_answer_unless_the_question_takes_files(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/ask")
        await zhang.sees("which?")
        await zhang.forwards("from outside")
        await zhang.sees("echo from outside")

        await zhang.says("/ask files")
        await zhang.sees("which?")
        await zhang.forwards("from outside")
        await zhang.sees("answer from outside")


async def test_invisible_marks_are_no_answer_and_the_question_stays_open(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/ask")
        await zhang.sees("which?")

        await zhang.says("\u200f\u2060\u200b")
        await zhang.sees("没有收到文字")
        await zhang.says("this")

        await zhang.sees("answer this to 1")


async def test_a_photo_answers_a_question_that_takes_files(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/ask files")
        await zhang.sees("which?")

        await zhang.sends_file(1000, caption="here")

        await zhang.sees("answer here")


async def test_an_edited_message_is_told_apart(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        message = await zhang.says("first")
        await zhang.sees("echo first")

        await zhang.edits(message, "second")

        await zhang.sees("edited second")


async def test_a_press_without_an_answer_of_its_own_is_answered_empty(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/buttons")

        assert await (await zhang.sees("press")).press("quiet") == ""


async def test_the_first_toast_of_a_turn_counts(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/buttons")

        assert "下面的消息" in await (await zhang.sees("press")).press("toast")


async def test_a_press_can_change_its_message_in_place(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/buttons")
        shown = await zhang.sees("press")

        await shown.press("redraw")

        assert (await zhang.sees("redrawn by 张伟 v1")).id == shown.id


async def test_a_button_that_nobody_handles_is_said_to_be_old(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/buttons")

        assert "不能用" in await (await zhang.sees("press")).press("nobody")


async def test_forged_button_data_has_no_effect(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/buttons")
        shown = await zhang.sees("press")

        for data in ("redraw", "redraw:x:1", "redraw:-1:1", ":::", "redraw:１:1"):
            answer = await zhang.wire.post(
                "press",
                {
                    "from": zhang.id,
                    "chat": zhang.id,
                    "message_id": shown.id,
                    "data": data,
                    "forge": True,
                    "wait": 10,
                },
            )
            assert "不能用" in answer["answer"]["text"]

    assert await zhang.count_of("redrawn") == 0


async def test_a_refusal_undoes_the_work_answers_the_press_and_shows_the_new_state(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.says("/buttons")
        shown = await zhang.sees("press")

        assert "找不到" in await shown.press("refuse")
        assert (await zhang.sees("the new state")).id == shown.id

    assert await office.rows("SELECT act FROM log WHERE act = 'refusing'") == []


async def test_a_refusal_of_a_message_is_said_as_a_message(office: Office) -> None:
    zhang = await office.hires("E17", language="en")
    async with office.open():
        await zhang.says("/refuse")

        await zhang.sees("⚠️ That cannot be found")


async def test_a_stranger_is_greeted_and_gets_no_further(office: Office) -> None:
    eve = await office.sandbox.add_person("Eve", id=666, started=True)
    async with office.open():
        await eve.sees("邀请")
        await eve.says("/card 1")
        await eve.sees("邀请")

    assert await office.rows("SELECT * FROM cards") == []


async def test_somebody_who_has_left_is_a_stranger(office: Office) -> None:
    zhang = await office.hires("E17", left_on=NOW.date().replace(day=1))
    async with office.open():
        await zhang.says("hello")
        await zhang.sees("已经结束")

    assert await zhang.count_of("echo") == 0


async def test_a_stranger_who_presses_is_refused_politely(office: Office) -> None:
    zhang = await office.hires("E17")
    eve = await office.sandbox.add_person("Eve", id=666)
    group = await office.sandbox.add_group("苏州厂客诉", [zhang, eve])
    async with office.open():
        await zhang.says("/buttons", chat=group)
        shown = await zhang.sees("press", chat=group)

        assert "邀请" in await shown.press("redraw", by=eve.id)
        assert await zhang.count_of("redrawn", chat=group) == 0
        await shown.press("redraw", by=zhang.id)
        await zhang.sees("redrawn by 张伟", chat=group)


async def test_a_private_button_does_nothing_in_a_group(office: Office) -> None:
    zhang = await office.hires("E17")
    group = await office.sandbox.add_group("苏州厂客诉", [zhang])
    async with office.open():
        await zhang.says("/buttons", chat=group)

        assert "不能用了" in await (await zhang.sees("press", chat=group)).press("refuse", by=zhang.id)


async def test_a_group_hears_commands_of_staff_only(office: Office) -> None:
    zhang = await office.hires("E17")
    eve = await office.sandbox.add_person("Eve", id=666)
    group = await office.sandbox.add_group("苏州厂客诉", [zhang, eve])
    async with office.open():
        await eve.says("/hello from eve", chat=group)
        await zhang.says("/hello@another_bot", chat=group)
        await zhang.says("/nothing", chat=group)
        await zhang.says("/hello@gongdao_bot from zhang", chat=group)
        await zhang.sees("group /hello@gongdao_bot from zhang", chat=group)

    assert await zhang.count_of("group /hello", chat=group) == 1


async def test_blocking_and_coming_back_is_noted(office: Office) -> None:
    zhang = await office.hires("E17")
    async with office.open():
        await zhang.blocks()
        await office.until("SELECT is_reachable FROM persons", (0,))

        await zhang.blocks(False)
        await office.until("SELECT is_reachable FROM persons", (1,))

    acts = await office.rows("SELECT act FROM log WHERE act LIKE 'person_%' ORDER BY seq")
    assert acts == [("person_unreachable",), ("person_reached",)]


async def test_whoever_writes_is_reachable_again(office: Office) -> None:
    zhang = await office.hires("E17", is_reachable=False)
    async with office.open():
        await zhang.says("hello")
        await zhang.sees("echo hello")

    assert (await office.person("E17")).is_reachable


async def test_a_bot_that_is_taken_out_of_a_group_loses_it(office: Office) -> None:
    zhang = await office.hires("E17")
    group = await _linked_group(office, [zhang])
    async with office.open():
        await office.sandbox.sets_bot(group, "kicked")

        await office.until("SELECT is_linked FROM chat_groups", (0,))


async def test_a_group_that_becomes_a_supergroup_is_followed(office: Office) -> None:
    zhang = await office.hires("E17")
    group = await _linked_group(office, [zhang])
    async with office.open():
        new = await office.sandbox.migrate(group)

        await office.until("SELECT chat_id FROM chat_groups", (new,))


async def test_many_people_are_answered_each_in_order(office: Office) -> None:
    people = [await office.hires(number) for number in ("E17", "E03", "E01", "E10")]
    async with office.open():
        await asyncio.gather(*(_count_to(person, 12) for person in people))
        for person in people:
            await person.sees("echo 11")

    for person in people:
        echoes = [message.text for message in await person.screen(limit=100) if "echo" in message.text]
        assert [text.split()[2] for text in echoes] == [str(number) for number in range(12)]


async def _count_to(person: Player, most: int) -> None:
    for number in range(most):
        await person.says(str(number))


async def _linked_group(office: Office, members: list[Player]) -> int:
    group = await office.sandbox.add_group("苏州厂客诉", members)
    async with office.units.open(NOW) as uow:
        await uow.groups.add(
            Group(chat_id=group, title="苏州厂客诉", site="suzhou", linked_by=1, linked_at=NOW)
        )
    return group
