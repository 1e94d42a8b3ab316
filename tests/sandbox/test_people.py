"""People of the sandbox: added, changed, played, and what they write."""

from typing import Any

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import NotSeen, Player
from bot.sandbox.client_wire import ControlRefused
from tests.sandbox.caller import Caller


async def test_a_person_can_be_changed_by_naming_the_id(sandbox: Sandbox, lin: Player) -> None:
    await sandbox.add_person("林", id=lin.id, language_code="en", note="品管")

    [card] = (await sandbox.state())["people"]

    assert (card["language_code"], card["note"], card["last_name"], card["started"]) == (
        "en",
        "品管",
        "晓",
        True,
    )


async def test_players_are_found_by_id_and_by_name(sandbox: Sandbox, lin: Player) -> None:
    assert (await sandbox.person(lin.id)).name == "林"
    assert (await sandbox.person_named("林")).id == lin.id
    with pytest.raises(LookupError, match="林"):
        await sandbox.person(5)
    with pytest.raises(LookupError, match="0 people"):
        await sandbox.person_named("无名")


async def test_a_text_longer_than_a_message_is_cut_as_the_apps_cut_it(api: Caller, lin: Player) -> None:
    await lin.says("长" * 5000)
    assert [len(update["message"]["text"]) for update in await api.updates()] == [4096, 904]


async def test_an_edited_text_reaches_the_bot_as_an_edit(api: Caller, lin: Player) -> None:
    number = await lin.says("水泵")
    await lin.edits(number, "水泵 P-300 @lin_xiao")
    photo = await lin.sends_file(b"x", caption="一")
    await lin.edits(photo, "二")

    _, edit, _, caption = await api.updates()

    assert edit["edited_message"]["text"] == "水泵 P-300 @lin_xiao"
    assert edit["edited_message"]["entities"][0]["type"] == "mention"
    assert caption["edited_message"]["caption"] == "二"


async def test_nobody_changes_somebody_else_s_words(api: Caller, lin: Player) -> None:
    sent = await api("sendMessage", chat_id=lin.id, text="a")
    with pytest.raises(ControlRefused, match="own messages only"):
        await lin.edits(sent["message_id"], "b")


async def test_forwards_come_from_users_hidden_ones_groups_and_channels(api: Caller, lin: Player) -> None:
    origins: list[dict[str, Any]] = [
        {"type": "user", "id": lin.id, "date": "2025-03-03T08:00:00+08:00"},
        {"type": "user", "name": "王工", "date": "2025-03-03T08:00:00"},
        {"type": "hidden_user", "name": "匿名"},
        {"type": "chat", "title": "售后群"},
        {"type": "channel", "title": "公告"},
    ]
    for origin in origins:
        await lin.forwards("漏水", origin=origin)

    found = [update["message"]["forward_origin"] for update in await api.updates()]

    assert [one["type"] for one in found] == ["user", "user", "hidden_user", "chat", "channel"]
    assert [one["date"] for one in found[:3]] == [1740960000, 1740960000, 1740960420]
    assert found[0]["sender_user"]["first_name"] == "林"
    for wrong in ({"type": "dream"}, {"type": "user", "date": "soon"}):
        with pytest.raises(ControlRefused):
            await lin.forwards("x", origin=wrong)


async def test_the_bot_s_own_message_can_be_forwarded_to_it(api: Caller, lin: Player) -> None:
    sent = await api("sendMessage", chat_id=lin.id, text="通知单")
    await lin.forwards_messages([sent["message_id"]], source=lin.id)
    [update] = await api.updates()
    assert update["message"]["forward_origin"]["sender_user"]["is_bot"] is True


async def test_what_is_not_shown_is_told_with_what_is(api: Caller, lin: Player) -> None:
    await api("sendMessage", chat_id=lin.id, text="您好")
    with pytest.raises(NotSeen, match="您好"):
        await lin.sees("再见", within=0.05)
    with pytest.raises(NotSeen, match="toast"):
        await lin.toast("x", within=0.05)


async def test_each_state_of_a_message_is_seen_once_and_writing_leaves_the_past_behind(
    api: Caller, lin: Player
) -> None:
    await api("sendMessage", chat_id=lin.id, text="一号")
    await api("sendMessage", chat_id=lin.id, text="二号")

    assert (await lin.sees("号")).text == "一号"
    assert (await lin.sees("号")).text == "二号"
    with pytest.raises(NotSeen):
        await lin.sees("号", within=0.05)
    assert (await lin.sees("二号", ever=True)).text == "二号"
    await lin.says("好")
    await api("sendMessage", chat_id=lin.id, text="三号")
    assert (await lin.sees("号")).text == "三号"


async def test_a_blocked_bot_is_not_written_to(lin: Player) -> None:
    await lin.blocks()
    with pytest.raises(ControlRefused, match="blocked"):
        await lin.says("hi")


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("send", {"from": "x", "chat": 1}, "from must be a whole number"),
        ("send", {"from": 5, "chat": 5, "text": "a"}, "no person 5"),
        ("people", {}, "first_name is missing"),
        ("people", {"first_name": 1}, "must be a text"),
        ("start", {"from": 1001, "payload": "a b"}, "payload holds"),
        ("forward", {"from": 1001, "chat": 1001, "source_chat": 1001, "message_ids": 1}, "must be a list"),
        (
            "forward",
            {"from": 1001, "chat": 1001, "source_chat": 1001, "message_ids": [999_999]},
            "no message",
        ),
        ("send", {"from": 1001, "chat": 1001, "files": [1]}, "list of objects"),
        ("clock", {"advance": "1"}, "number of seconds"),
        ("clock", {"set": "soon"}, "moment"),
    ],
)
async def test_wrong_requests_are_explained(
    lin: Player, name: str, body: dict[str, object], reason: str
) -> None:
    with pytest.raises(ControlRefused, match=reason):
        await lin.wire.post(name, body)
