import asyncio

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser


async def test_an_edit_that_overtakes_the_list_of_messages_stays(page: Page, stage: Stage) -> None:
    card = await stage.bot.say(stage.chen.id, "请确认")
    await open_page(page, stage.private(stage.wang))
    asked, released = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        answer = await route.fetch()
        asked.set()
        await released.wait()
        await route.fulfill(response=answer)

    await page.route("**/sandbox/messages*", late)
    await page.get_by_test_id("person").nth(1).click()
    await asked.wait()
    place = {"chat_id": stage.chen.id, "message_id": card["message_id"]}
    await stage.bot.call("editMessageText", **place, text="已确认")
    await expect(last_message(page)).to_contain_text("已确认")
    released.set()

    await expect(page.get_by_test_id("log")).not_to_have_attribute("aria-busy", "true")
    await expect(page.get_by_text("请确认")).to_have_count(0)
