"""What the bot tells about itself."""

import pytest

from bot.sandbox.client_person import Player
from tests.sandbox.caller import Caller

NEW = [{"command": "new", "description": "新客诉"}]
HELP = [{"command": "help", "description": "帮助"}]


async def test_commands_are_kept_by_scope_and_language(api: Caller) -> None:
    private = {"type": "all_private_chats"}
    await api("setMyCommands", commands=NEW)
    await api("setMyCommands", commands=HELP, scope=private, language_code="en")

    assert await api("getMyCommands") == NEW
    assert await api("getMyCommands", scope=private, language_code="en") == HELP
    assert await api("getMyCommands", scope=private) == []
    await api("deleteMyCommands")
    assert await api("getMyCommands") == []


async def test_the_page_is_told_which_commands_a_person_s_menu_shows(api: Caller, lin: Player) -> None:
    await api("setMyCommands", commands=NEW)
    await api("setMyCommands", commands=HELP, scope={"type": "chat", "chat_id": lin.id}, language_code="zh")

    answer = await lin.wire.get("commands", viewer=lin.id, chat=lin.id)

    assert answer["commands"] == HELP


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "New", "description": "a"}], "BOT_COMMAND_INVALID"),
        ([{"command": "new", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (NEW * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_wrong_commands_are_refused(api: Caller, commands: list[dict[str, str]], reason: str) -> None:
    assert await api.refusal("setMyCommands", commands=commands) == f"Bad Request: {reason}"


async def test_names_and_descriptions_are_kept_by_language(api: Caller) -> None:
    await api("setMyDescription", description="客诉到底")
    await api("setMyShortDescription", short_description="fair", language_code="en")

    assert await api("getMyDescription", language_code="en") == {"description": "客诉到底"}
    assert await api("getMyShortDescription", language_code="en") == {"short_description": "fair"}
    assert await api("getMyName") == {"name": "公道"}
    assert "too long" in await api.refusal("setMyName", name="a" * 65)


async def test_webhooks_are_politely_refused(api: Caller, lin: Player) -> None:
    await lin.says("a")
    info = await api("getWebhookInfo")

    assert (info["url"], info["pending_update_count"]) == ("", 1)
    assert "getUpdates only" in await api.refusal("setWebhook", url="https://x.cn")
    assert await api("setWebhook", url="", drop_pending_updates=True) is True
    assert await api("deleteWebhook") is True
    assert await api.updates() == []


async def test_only_the_kinds_asked_for_are_queued(api: Caller, lin: Player) -> None:
    await api("getUpdates", allowed_updates=["callback_query"])
    await lin.says("a")
    assert await api("getUpdates", allowed_updates=[]) == []
    await lin.says("b")
    assert len(await api("getUpdates")) == 1


async def test_a_negative_offset_keeps_only_the_end(api: Caller, lin: Player) -> None:
    for text in "abc":
        await lin.says(text)
    assert [update["message"]["text"] for update in await api("getUpdates", offset=-1)] == ["c"]


async def test_what_needs_nothing_is_simply_done(api: Caller) -> None:
    for method in ("setChatMenuButton", "logOut", "close"):
        assert await api(method) is True
    assert await api("getChatMenuButton") == {"type": "commands"}
