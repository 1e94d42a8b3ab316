"""A person and the bot talk: text, buttons, presses, toasts."""

import asyncio
from typing import Any

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from tests.sandbox.caller import Caller

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "确认责任", "callback_data": "confirm:1:3", "style": "success"}],
        [
            {"text": "有异议", "callback_data": "object:1:3"},
            {"text": "复制", "copy_text": {"text": "250303"}},
        ],
    ]
}


async def test_what_a_person_writes_reaches_the_bot_dated_by_the_sandbox(api: Caller, lin: Player) -> None:
    await lin.says("水泵漏水 /help +8613800138000 https://example.com/a")

    [update] = await api.updates()

    message = update["message"]
    assert message["date"] == 1740960720
    assert message["chat"] == {
        "id": lin.id,
        "type": "private",
        "first_name": "林",
        "last_name": "晓",
        "username": "lin_xiao",
    }
    assert [entity["type"] for entity in message["entities"]] == ["bot_command", "phone_number", "url"]


async def test_start_carries_its_payload_as_a_command(api: Caller, lin: Player) -> None:
    await lin.starts("invite_7")

    [update] = await api.updates()

    assert update["message"]["text"] == "/start invite_7"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_press_brings_the_bot_s_toast_back(api: Caller, lin: Player) -> None:
    await api("sendMessage", chat_id=lin.id, text="请确认责任", reply_markup=KEYBOARD)
    card = await lin.sees("请确认")

    pressing = asyncio.create_task(card.press("确认责任"))
    [update] = await api.updates(timeout=50)
    query = update["callback_query"]
    await api("answerCallbackQuery", callback_query_id=query["id"], text="已确认")

    assert await pressing == "已确认"
    assert query["data"] == "confirm:1:3"
    assert query["message"]["reply_markup"] == KEYBOARD


async def test_a_person_sees_an_edit_in_the_place_of_the_message(api: Caller, lin: Player) -> None:
    sent = await api("sendMessage", chat_id=lin.id, text="第 1 版", reply_markup=KEYBOARD)
    await lin.sees("第 1 版")

    await api("editMessageText", chat_id=lin.id, message_id=sent["message_id"], text="第 2 版")
    card = await lin.sees("版")

    assert (card.text, card.labels) == ("第 2 版", [])
    assert card.raw["edit_date"] == sent["date"]
    assert await lin.count_of("版") == 1


async def test_updates_stay_until_a_higher_offset_confirms_them(api: Caller, lin: Player) -> None:
    await lin.says("一")
    await lin.says("二")
    first = await api("getUpdates", limit=1)
    again = await api("getUpdates")
    rest = await api("getUpdates", offset=again[0]["update_id"] + 1)

    assert first[0] == again[0]
    assert [update["message"]["text"] for update in rest] == ["二"]


async def test_a_second_poll_ends_the_first_with_a_conflict(api: Caller) -> None:
    polling = asyncio.create_task(api.ask("getUpdates", timeout=20, offset=api.offset))
    answers: list[dict[str, Any]] = []
    while not polling.done():
        answers = await api("getUpdates", offset=api.offset)

    assert (await polling)["error_code"] == 409
    assert answers == []


async def test_state_tells_the_page_who_is_there_and_what_is_unread(
    api: Caller, sandbox: Sandbox, lin: Player
) -> None:
    await api("sendMessage", chat_id=lin.id, text="您好")

    state = await sandbox.state()

    assert state["people"][0]["note"] == "销售 · 苏州厂"
    assert state["unread"][str(lin.id)] == {str(lin.id): 1}
    assert state["clock"]["now"] == "2025-03-03T08:12:00+08:00"
    await lin.screen()
    assert (await sandbox.state())["unread"][str(lin.id)] == {}
