"""Groups: what the bot hears, what it may do, and what becomes of them."""

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from bot.sandbox.client_wire import ControlRefused
from tests.sandbox.caller import Caller


@pytest.fixture
async def group(api: Caller, sandbox: Sandbox, lin: Player) -> int:
    number = await sandbox.add_group("苏州厂客诉", [lin])
    await api.updates()
    return number


async def test_joining_a_group_tells_the_bot_twice(api: Caller, sandbox: Sandbox, lin: Player) -> None:
    number = await sandbox.add_group("苏州厂客诉", [lin])

    standing, service = await api.updates()

    assert standing["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["is_bot"] is True
    assert service["message"]["chat"] == {"id": number, "type": "group", "title": "苏州厂客诉"}


async def test_privacy_lets_commands_and_replies_through_and_nothing_else(
    api: Caller, lin: Player, group: int
) -> None:
    card = await api("sendMessage", chat_id=group, text="卡片")
    await lin.says("闲聊", chat=group)
    await lin.says("/link", chat=group)
    await lin.says("/link@gongdao_bot", chat=group)
    await lin.says("/link@other_bot", chat=group)
    await lin.says("答复", chat=group, reply_to=card["message_id"])

    heard = [update["message"]["text"] for update in await api.updates()]

    assert heard == ["/link", "/link@gongdao_bot", "答复"]


async def test_an_administrator_hears_everything(api: Caller, sandbox: Sandbox, lin: Player) -> None:
    group = await sandbox.add_group("总部", [lin], bot="administrator")
    await lin.says("闲聊", chat=group)
    assert (await api.updates())[-1]["message"]["text"] == "闲聊"


async def test_presses_in_a_group_reach_the_bot(api: Caller, lin: Player, group: int) -> None:
    markup = {"inline_keyboard": [[{"text": "详情", "callback_data": "open"}]]}
    await api("sendMessage", chat_id=group, text="卡片", reply_markup=markup)

    await (await lin.sees("卡片", chat=group)).press_and_go("详情")

    [update] = await api.updates()
    assert update["callback_query"]["message"]["chat"]["id"] == group
    assert update["callback_query"]["from"]["id"] == lin.id


async def test_only_members_write_press_and_look(sandbox: Sandbox, lin: Player, group: int) -> None:
    stranger = await sandbox.add_person("生人", started=True)
    with pytest.raises(ControlRefused, match="not a member"):
        await stranger.says("hi", chat=group)
    with pytest.raises(ControlRefused, match="does not see"):
        await stranger.screen(chat=group)
    assert await lin.screen(chat=group)


async def test_members_come_and_go_with_service_messages(
    api: Caller, sandbox: Sandbox, lin: Player, group: int
) -> None:
    other = await sandbox.add_person("何静")
    await sandbox.joins(group, other)
    await sandbox.joins(group, other, present=False)

    come, gone = (update["message"] for update in await api.updates())

    assert come["new_chat_members"][0]["first_name"] == "何静"
    assert gone["left_chat_member"]["first_name"] == "何静"
    assert await api("getChatMemberCount", chat_id=group) == 2
    assert (await api("getChatMember", chat_id=group, user_id=lin.id))["status"] == "member"
    assert (await api("getChatMember", chat_id=group, user_id=other.id))["status"] == "left"


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        ("left", "Forbidden: bot is not a member of the group chat"),
        ("kicked", "Forbidden: bot was kicked from the group chat"),
    ],
)
async def test_a_bot_that_was_removed_may_not_write(
    api: Caller, sandbox: Sandbox, lin: Player, group: int, standing: str, reason: str
) -> None:
    await sandbox.sets_bot(group, standing)
    await lin.says("/link", chat=group)

    updates = await api.updates()

    assert [next(iter(update.keys() - {"update_id"})) for update in updates] == ["my_chat_member"]
    assert await api.refusal("sendMessage", chat_id=group, text="a") == reason


async def test_a_bot_may_leave(api: Caller, group: int) -> None:
    assert await api("leaveChat", chat_id=group) is True
    assert "not a member" in await api.refusal("getChat", chat_id=group)


async def test_a_supergroup_gets_a_new_id_and_the_old_one_points_to_it(
    api: Caller, sandbox: Sandbox, lin: Player, group: int
) -> None:
    new = await sandbox.migrate(group)

    to, since = (update["message"] for update in await api.updates())
    answer = await api.ask("sendMessage", chat_id=group, text="a")

    assert (to["migrate_to_chat_id"], since["migrate_from_chat_id"]) == (new, group)
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    assert (await api("sendMessage", chat_id=new, text="a"))["chat"]["type"] == "supergroup"
    assert [card["id"] for card in (await sandbox.state())["groups"]] == [new]
    assert await lin.screen(chat=new)
    with pytest.raises(ControlRefused, match="already"):
        await sandbox.migrate(group)


async def test_what_a_chat_is_can_be_asked(api: Caller, sandbox: Sandbox, lin: Player, group: int) -> None:
    boss = await sandbox.add_group("总部", [lin], bot="administrator")

    assert (await api("getChat", chat_id=lin.id))["first_name"] == "林"
    assert (await api("getChat", chat_id=group))["title"] == "苏州厂客诉"
    assert await api("getChatAdministrators", chat_id=group) == []
    assert (await api("getChatAdministrators", chat_id=boss))[0]["can_pin_messages"] is True
    me = (await api("getMe"))["id"]
    assert (await api("getChatMember", chat_id=boss, user_id=me))["status"] == "administrator"
    assert (await api("getChatMember", chat_id=lin.id, user_id=lin.id))["status"] == "member"
    assert await api("getChatMemberCount", chat_id=lin.id) == 2
    assert (
        await api.refusal("getChatMember", chat_id=group, user_id=5) == "Bad Request: PARTICIPANT_ID_INVALID"
    )
    assert "private chat" in await api.refusal("getChatAdministrators", chat_id=lin.id)


async def test_pins_need_rights_and_reactions_do_not(
    api: Caller, sandbox: Sandbox, lin: Player, group: int
) -> None:
    message = (await api("sendMessage", chat_id=group, text="a"))["message_id"]
    reaction = [{"type": "emoji", "emoji": "👍"}]

    assert await api("setMessageReaction", chat_id=group, message_id=message, reaction=reaction) is True
    assert "not enough rights" in await api.refusal("pinChatMessage", chat_id=group, message_id=message)
    await sandbox.sets_bot(group, "administrator")
    assert await api("pinChatMessage", chat_id=group, message_id=message) is True
    assert await api("unpinChatMessage", chat_id=group) is True
    assert "not found" in await api.refusal("pinChatMessage", chat_id=group, message_id=999_999)
    assert "not found" in await api.refusal("setMessageReaction", chat_id=group, message_id=999_999)
    assert await api("sendChatAction", chat_id=lin.id, action="typing") is True
    assert "wrong parameter action" in await api.refusal("sendChatAction", chat_id=lin.id, action="dream")


async def test_others_messages_are_deleted_only_by_an_administrator(
    api: Caller, sandbox: Sandbox, lin: Player, group: int
) -> None:
    theirs = await lin.says("a", chat=group)
    assert "can't be deleted" in await api.refusal("deleteMessage", chat_id=group, message_id=theirs)
    await sandbox.sets_bot(group, "administrator")
    assert await api("deleteMessage", chat_id=group, message_id=theirs) is True


async def test_a_group_s_menu_shows_what_was_set_for_the_member_first(
    api: Caller, lin: Player, group: int
) -> None:
    await api(
        "setMyCommands",
        commands=[{"command": "due", "description": "待办"}],
        scope={"type": "all_group_chats"},
    )
    everybody = await lin.wire.get("commands", viewer=lin.id, chat=group)
    member = {"type": "chat_member", "chat_id": group, "user_id": lin.id}
    await api("setMyCommands", commands=[{"command": "link", "description": "关联"}], scope=member)
    own = await lin.wire.get("commands", viewer=lin.id, chat=group)

    assert [answer["commands"][0]["command"] for answer in (everybody, own)] == ["due", "link"]


async def test_a_read_group_has_nothing_unread(
    api: Caller, sandbox: Sandbox, lin: Player, group: int
) -> None:
    await api("sendMessage", chat_id=group, text="卡片")
    before = (await sandbox.state())["unread"][str(lin.id)][str(group)]
    await lin.wire.post("read", {"viewer": lin.id, "chat": group})

    assert before == 1
    assert str(group) not in (await sandbox.state())["unread"][str(lin.id)]


async def test_wrong_groups_are_explained(sandbox: Sandbox, lin: Player, group: int) -> None:
    with pytest.raises(ControlRefused, match="at least one member"):
        await sandbox.add_group("空", [])
    with pytest.raises(ControlRefused, match="title"):
        await sandbox.add_group("", [lin])
    with pytest.raises(ControlRefused, match="bot must be one of"):
        await sandbox.sets_bot(group, "king")
    with pytest.raises(ControlRefused, match="no group"):
        await sandbox.migrate(-5)
