"""The bot's texts are held to Telegram's limits, and refused in Telegram's words."""

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from tests.sandbox.caller import Caller


@pytest.fixture
async def sent(api: Caller, lin: Player) -> int:
    return int((await api("sendMessage", chat_id=lin.id, text="原文"))["message_id"])


async def test_a_text_of_4096_characters_passes_and_one_more_does_not(api: Caller, lin: Player) -> None:
    assert len((await api("sendMessage", chat_id=lin.id, text="损" * 4096))["text"]) == 4096
    assert (
        await api.refusal("sendMessage", chat_id=lin.id, text="损" * 4097)
        == "Bad Request: message is too long"
    )


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_a_text_of_nothing_is_refused(api: Caller, lin: Player, text: str) -> None:
    reason = await api.refusal("sendMessage", chat_id=lin.id, text=text, parse_mode="HTML")
    assert reason == "Bad Request: message text is empty"


async def test_tags_do_not_count_towards_the_limit(api: Caller, lin: Player) -> None:
    message = await api("sendMessage", chat_id=lin.id, text="<b>" + "a" * 4096 + "</b>", parse_mode="HTML")
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "客" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "url": "x y"}, "inline keyboard button URL 'x y' is invalid: Wrong HTTP URL"),
        ({"text": "a", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "a"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": " ", "callback_data": "x"},
            "can't parse inline keyboard button: button text must be non-empty",
        ),
        (
            {"callback_data": "x"},
            'can\'t parse inline keyboard button: expected an Object with the field "text"',
        ),
        (
            {"text": "a", "callback_data": "x", "style": "pink"},
            "can't parse inline keyboard button: invalid button style specified",
        ),
    ],
)
async def test_a_wrong_button_is_refused(
    api: Caller, lin: Player, button: dict[str, str], reason: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert (
        await api.refusal("sendMessage", chat_id=lin.id, text="a", reply_markup=markup)
        == f"Bad Request: {reason}"
    )


@pytest.mark.parametrize("rows", [[9], [8] * 12 + [5]])
async def test_too_many_buttons_are_refused(api: Caller, lin: Player, rows: list[int]) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}] * count for count in rows]}
    reason = await api.refusal("sendMessage", chat_id=lin.id, text="a", reply_markup=markup)
    assert reason == "Bad Request: reply markup is too long"


async def test_callback_data_of_64_bytes_passes(api: Caller, lin: Player) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 64}]]}
    assert (await api("sendMessage", chat_id=lin.id, text="a", reply_markup=markup))["reply_markup"] == markup


async def test_a_reply_carries_what_it_answers_but_not_what_that_answered(
    api: Caller, lin: Player, sent: int
) -> None:
    first = await api("sendMessage", chat_id=lin.id, text="一", reply_parameters={"message_id": sent})
    second = await api("sendMessage", chat_id=lin.id, text="二", reply_to_message_id=first["message_id"])

    assert first["reply_to_message"]["text"] == "原文"
    assert "reply_to_message" not in second["reply_to_message"]


async def test_a_reply_to_nothing_is_refused_unless_allowed(api: Caller, lin: Player) -> None:
    nothing = {"message_id": 999_999}
    reason = await api.refusal("sendMessage", chat_id=lin.id, text="a", reply_parameters=nothing)
    allowed = nothing | {"allow_sending_without_reply": True}

    assert reason == "Bad Request: message to be replied not found"
    assert "reply_to_message" not in await api(
        "sendMessage", chat_id=lin.id, text="a", reply_parameters=allowed
    )


async def test_a_quote_is_found_in_the_answered_text_or_refused(api: Caller, lin: Player, sent: int) -> None:
    found = {"message_id": sent, "quote": "文"}
    message = await api("sendMessage", chat_id=lin.id, text="a", reply_parameters=found)
    reason = await api.refusal(
        "sendMessage", chat_id=lin.id, text="a", reply_parameters=found | {"quote": "别的"}
    )

    assert message["quote"] == {"text": "文", "position": 1, "is_manual": True}
    assert reason == "Bad Request: message quote not found"


async def test_mentions_of_known_people_are_kept_and_others_dropped(api: Caller, lin: Player) -> None:
    text = f'<a href="tg://user?id={lin.id}">林</a> <a href="tg://user?id=5">谁</a> <a href="tg://user?id=x">谁</a>'
    message = await api("sendMessage", chat_id=lin.id, text=text, parse_mode="HTML")
    again = await api("sendMessage", chat_id=lin.id, text="林", entities=message["entities"])

    [entity] = message["entities"]
    assert (entity["type"], entity["user"]["username"]) == ("text_mention", "lin_xiao")
    assert again["entities"] == [entity]


async def test_entities_that_say_nothing_or_too_much_are_cut_down(api: Caller, lin: Player) -> None:
    odd = [
        {"type": "bold", "offset": 0, "length": 9, "dream": 1},
        {"type": "bold"},
        {"type": "bold", "offset": 5, "length": 1},
    ]
    message = await api("sendMessage", chat_id=lin.id, text="好", entities=odd)
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


async def test_what_telegram_accepts_and_shows_elsewhere_is_accepted(api: Caller, lin: Player) -> None:
    message = await api(
        "sendMessage",
        chat_id=str(lin.id),
        text="https://example.com",
        link_preview_options='{"is_disabled": true}',
        protect_content="true",
        disable_notification=True,
        message_thread_id=None,
        never_heard_of=1,
    )
    assert message["has_protected_content"] is True
    assert message["link_preview_options"] == {"is_disabled": True}


async def test_reply_keyboards_reach_the_page_beside_the_message(api: Caller, lin: Player) -> None:
    rows = {"keyboard": [["跳过", {"text": "取消"}]], "resize_keyboard": True}
    message = await api("sendMessage", chat_id=lin.id, text="请选择", reply_markup=rows)
    seen = await lin.sees("请选择")
    await api("sendMessage", chat_id=lin.id, text="好", reply_markup={"remove_keyboard": True})

    assert "reply_markup" not in message
    assert seen.keyboard == {"keyboard": [[{"text": "跳过"}, {"text": "取消"}]], "resize_keyboard": True}
    assert (await lin.sees("好")).keyboard == {"remove_keyboard": True}


async def test_an_edit_that_changes_nothing_is_refused(api: Caller, lin: Player, sent: int) -> None:
    reason = await api.refusal("editMessageText", chat_id=lin.id, message_id=sent, text=" 原文 ")
    assert reason.startswith(
        "Bad Request: message is not modified: specified new message content and reply markup"
    )


async def test_edits_go_only_to_own_messages_that_are_there(api: Caller, lin: Player, sent: int) -> None:
    theirs = await lin.says("我的")
    place = {"chat_id": lin.id, "text": "新"}

    assert (
        await api.refusal("editMessageText", **place, message_id=theirs)
        == "Bad Request: message can't be edited"
    )
    missing = await api.refusal("editMessageText", **place, message_id=999_999)
    assert missing == "Bad Request: message to edit not found"
    caption = await api.refusal("editMessageCaption", chat_id=lin.id, message_id=sent, caption="a")
    assert caption == "Bad Request: there is no caption in the message to edit"


async def test_editing_the_markup_alone_keeps_the_text_and_is_no_edit_date(
    api: Caller, lin: Player, sent: int
) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}], []]}
    message = await api("editMessageReplyMarkup", chat_id=lin.id, message_id=sent, reply_markup=markup)

    assert (message["text"], "edit_date" in message) == ("原文", False)
    assert message["reply_markup"] == {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}


async def test_a_deleted_message_is_gone_from_the_screen(api: Caller, lin: Player, sent: int) -> None:
    await api("deleteMessage", chat_id=lin.id, message_id=sent)
    reason = await api.refusal("deleteMessage", chat_id=lin.id, message_id=sent)

    assert await lin.count_of("原文") == 0
    assert reason == "Bad Request: message to delete not found"


async def test_after_48_hours_nothing_can_be_deleted(
    api: Caller, sandbox: Sandbox, lin: Player, sent: int
) -> None:
    await sandbox.wind(hours=48)
    other = (await api("sendMessage", chat_id=lin.id, text="b"))["message_id"]
    await sandbox.wind(seconds=1)

    reason = await api.refusal("deleteMessage", chat_id=lin.id, message_id=sent)

    assert reason == "Bad Request: message can't be deleted for everyone"
    assert await api("deleteMessages", chat_id=lin.id, message_ids=[other, 999_999]) is True


async def test_copies_have_no_origin_and_forwards_keep_the_first_one(api: Caller, lin: Player) -> None:
    [theirs] = await lin.forwards("漏水", origin={"type": "hidden_user", "name": "王工", "date": 1740960000})
    place = {"chat_id": lin.id, "from_chat_id": lin.id, "message_id": theirs}

    forwarded = await api("forwardMessage", **place)
    copied = await api("copyMessage", **place)
    several = await api("copyMessages", chat_id=lin.id, from_chat_id=lin.id, message_ids=[theirs, 999_999])
    await api("forwardMessages", chat_id=lin.id, from_chat_id=lin.id, message_ids=[theirs])

    origin = {"type": "hidden_user", "sender_user_name": "王工", "date": 1740960000}
    assert forwarded["forward_origin"] == origin
    assert len(several) == 1
    screen = {message.id: message.raw for message in await lin.screen()}
    assert "forward_origin" not in screen[copied["message_id"]]


async def test_protected_messages_do_not_travel(api: Caller, lin: Player) -> None:
    secret = await api("sendMessage", chat_id=lin.id, text="a", protect_content=True)
    place = {"chat_id": lin.id, "from_chat_id": lin.id}

    one = await api.refusal("forwardMessage", **place, message_id=secret["message_id"])
    many = await api.refusal("copyMessages", **place, message_ids=[secret["message_id"]])
    missing = await api.refusal("copyMessage", **place, message_id=999_999)

    assert one == "Bad Request: the message can't be forwarded"
    assert many == "Bad Request: there are no messages to copy"
    assert missing == "Bad Request: message to copy not found"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"reply_markup": "{"}, "can't parse reply markup JSON object"),
        (
            {"reply_markup": {"keyboard": [[5]]}},
            'can\'t parse keyboard button: field "text" must be of type String',
        ),
        (
            {"reply_markup": {"inline_keyboard": [5]}},
            'can\'t parse reply keyboard markup JSON object: field "inline_keyboard" must be an Array of Arrays',
        ),
        ({"reply_markup": "[]"}, "can't parse reply markup JSON object"),
        ({"entities": "{}"}, "can't parse entities: expected an Array"),
        ({"entities": "[1]"}, "can't parse entities: expected an Array of Objects"),
        ({"parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": "@nobody"}, "chat not found"),
    ],
)
async def test_parameters_that_cannot_be_read_are_named(
    api: Caller, lin: Player, values: dict[str, object], reason: str
) -> None:
    call = {"chat_id": lin.id, "text": "a"} | values
    assert await api.refusal("sendMessage", **call) == f"Bad Request: {reason}"
