"""Presses are answered once, in time, and briefly."""

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.client_message import SeenMessage
from bot.sandbox.client_person import Player
from bot.sandbox.client_wire import ControlRefused
from tests.sandbox.caller import Caller

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def card(api: Caller, lin: Player) -> SeenMessage:
    markup = {
        "inline_keyboard": [[{"text": "好", "callback_data": "yes"}, {"text": "看", "url": "https://x.cn"}]]
    }
    await api("sendMessage", chat_id=lin.id, text="请选择", reply_markup=markup)
    return await lin.sees("请选择", button="好")


async def test_a_press_is_answered_once(api: Caller, card: SeenMessage) -> None:
    await card.press_and_go("好")
    [update] = await api.updates()
    number = update["callback_query"]["id"]

    assert await api("answerCallbackQuery", callback_query_id=number) is True
    assert await api.refusal("answerCallbackQuery", callback_query_id=number) == TOO_OLD
    assert await api.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_after_a_minute_of_the_sandbox_s_time_a_press_is_too_old(
    api: Caller, sandbox: Sandbox, card: SeenMessage
) -> None:
    await card.press_and_go("好")
    await card.press_and_go("好")
    first, second = (update["callback_query"]["id"] for update in await api.updates())

    await sandbox.wind(seconds=60)
    assert await api("answerCallbackQuery", callback_query_id=first) is True
    await sandbox.wind(seconds=1)
    assert await api.refusal("answerCallbackQuery", callback_query_id=second) == TOO_OLD


async def test_an_answer_has_up_to_200_characters(api: Caller, lin: Player, card: SeenMessage) -> None:
    await card.press_and_go("好")
    [update] = await api.updates()
    number = update["callback_query"]["id"]

    assert await api.refusal("answerCallbackQuery", callback_query_id=number, text="a" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    await api("answerCallbackQuery", callback_query_id=number, text="a" * 200, show_alert=True)
    assert await lin.toast("aaa") == "a" * 200


async def test_what_is_no_longer_shown_can_only_be_pressed_as_a_forgery(
    api: Caller, lin: Player, card: SeenMessage
) -> None:
    await api("editMessageText", chat_id=lin.id, message_id=card.id, text="请看新卡片")
    with pytest.raises(ControlRefused, match="no button"):
        await card.press_and_go("好")

    await card.press_and_go("好", old=True)

    [update] = await api.updates()
    assert update["callback_query"]["data"] == "yes"
    assert update["callback_query"]["message"]["text"] == "请看新卡片"


async def test_a_press_that_nobody_answers_is_told_to_who_waits(
    api: Caller, lin: Player, card: SeenMessage
) -> None:
    place = {"from": lin.id, "chat": lin.id, "message_id": card.id, "data": "yes", "wait": 0.05}
    answer = await card.wire.post("press", place)
    assert answer["answer"] is None
    assert len(await api.updates()) == 1


async def test_a_label_that_is_not_there_is_told_with_those_that_are(card: SeenMessage) -> None:
    with pytest.raises(AssertionError, match=r"好.*看"):
        card.button("坏")
