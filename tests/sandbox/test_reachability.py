"""To whom the bot may write."""

import aiohttp

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from tests.sandbox.caller import TOKEN, Caller


async def test_nobody_gets_a_message_who_never_pressed_start(api: Caller, sandbox: Sandbox) -> None:
    silent = await sandbox.add_person("静")
    reason = await api.refusal("sendMessage", chat_id=silent.id, text="您好")
    assert reason == "Forbidden: bot can't initiate conversation with a user"


async def test_who_writes_first_can_be_answered(api: Caller, sandbox: Sandbox) -> None:
    person = await sandbox.add_person("静")
    await person.says("在吗")
    assert (await api("sendMessage", chat_id=person.id, text="您好"))["text"] == "您好"


async def test_a_block_is_told_and_refuses_messages_until_start(api: Caller, lin: Player) -> None:
    await lin.blocks()
    await lin.blocks()
    reason = await api.refusal("sendMessage", chat_id=lin.id, text="您好")
    await lin.starts()

    updates = await api.updates()

    assert reason == "Forbidden: bot was blocked by the user"
    changes = [update["my_chat_member"]["new_chat_member"]["status"] for update in updates[:2]]
    assert changes == ["kicked", "member"]
    assert updates[2]["message"]["text"] == "/start"
    assert len(updates) == 3
    await api("sendMessage", chat_id=lin.id, text="您好")


async def test_an_unknown_chat_is_not_found(api: Caller) -> None:
    assert await api.refusal("sendMessage", chat_id=5, text="a") == "Bad Request: chat not found"
    assert await api.refusal("getChat", chat_id=5) == "Bad Request: chat not found"


async def test_a_wrong_token_is_unauthorized(url: str, session: aiohttp.ClientSession) -> None:
    for path in ("bot1:x/getMe", "file/bot1:x/photos/file_1.jpg"):
        async with session.get(f"{url}/{path}") as response:
            assert response.status == 401
            assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(api: Caller) -> None:
    assert await api.ask("sendDream") == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_method_names_have_no_case_and_values_may_stand_in_the_address(
    url: str, session: aiohttp.ClientSession, lin: Player
) -> None:
    async with session.get(f"{url}/bot{TOKEN}/SENDMESSAGE?chat_id={lin.id}&text=a") as response:
        assert (await response.json())["result"]["text"] == "a"
    async with session.post(
        f"{url}/bot{TOKEN}/sendmessage", data={"chat_id": lin.id, "text": "b"}
    ) as response:
        assert (await response.json())["result"]["text"] == "b"


async def test_a_body_that_is_no_json_object_is_refused(url: str, session: aiohttp.ClientSession) -> None:
    for body in ("{", "[1]"):
        headers = {"Content-Type": "application/json"}
        async with session.post(f"{url}/bot{TOKEN}/getMe", data=body, headers=headers) as response:
            assert response.status == 400
