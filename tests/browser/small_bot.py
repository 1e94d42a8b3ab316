"""A bot of a few lines that answers over the real Bot API, so that the page has something to show."""

import asyncio
from contextlib import suppress
from typing import Any

import aiohttp

from tests.sandbox.caller import TOKEN

Json = dict[str, Any]
WHY = "首次答复 24 小时\n从 3月3日 08:12 起算"
STEPS = "<blockquote expandable>1. 直接损失 1,460.00\n2. 等级 严重\n3. 比例 60%\n4. 取整 无差\n5. 依据 5.1</blockquote>"
CARD = {
    "inline_keyboard": [
        [
            {"text": "✅ 提交", "callback_data": "submit", "style": "success"},
            {"text": "修改", "callback_data": "change"},
            {"text": "取消", "callback_data": "cancel", "style": "danger"},
        ],
        [
            {"text": "250303", "copy_text": {"text": "250303"}},
            {"text": "为什么", "callback_data": "why", "style": "primary"},
        ],
    ]
}
REGISTERED = {"inline_keyboard": [[{"text": "为什么", "callback_data": "why"}]]}


class SmallBot:
    """Answers each text with a card; its buttons edit the card or explain it."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = f"{url}/bot{TOKEN}"
        self.heard: list[Json] = []

    async def call(self, method: str, **values: object) -> Any:
        async with self._session.post(f"{self._url}/{method}", json=values) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def say(self, chat: int, text: str, **more: object) -> Json:
        sent: Json = await self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", **more)
        return sent

    async def work(self) -> None:
        """Poll until cancelled; a server that goes away ends it."""
        offset = 0
        with suppress(aiohttp.ClientError):
            while True:
                for update in await self.call("getUpdates", offset=offset, timeout=5):
                    offset = update["update_id"] + 1
                    await self._take(update)

    async def _take(self, update: Json) -> None:
        if "callback_query" in update:
            await self._pressed(update["callback_query"])
        elif message := update.get("message"):
            self.heard.append(message)
            if message.get("text") and message["chat"]["type"] == "private":
                await self.say(message["chat"]["id"], "📝 <b>请核对</b>\n客户 宏达机电", reply_markup=CARD)

    async def _pressed(self, query: Json) -> None:
        if query["data"] == "why":
            await self.call("answerCallbackQuery", callback_query_id=query["id"], text=WHY, show_alert=True)
            return
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="已登记")
        place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        text = f"✅ <b>已登记 250303</b>\n{STEPS}"
        await self.call("editMessageText", **place, text=text, parse_mode="HTML", reply_markup=REGISTERED)


async def stop(task: asyncio.Task[None]) -> None:
    """End the polling and wait for it."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
