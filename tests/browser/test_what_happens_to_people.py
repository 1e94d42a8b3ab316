import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser


async def test_the_bot_is_blocked_and_let_write_again(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_role("button", name="更多").click()
    await page.get_by_role("menuitem", name="屏蔽机器人").click()
    await expect(page.get_by_test_id("person").first).to_contain_text("已屏蔽机器人")
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.get_by_test_id("unblock").click()

    await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_a_group_that_becomes_a_supergroup_is_followed(page: Page, stage: Stage) -> None:
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    new = await stage.sandbox.migrate(stage.group)

    await expect(page).to_have_url(stage.address((stage.wang.id, new)))
    await stage.chen.says("还在", chat=new)
    await expect(last_message(page)).to_contain_text("还在")


async def test_whoever_leaves_a_group_loses_its_chat(page: Page, stage: Stage) -> None:
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await stage.sandbox.joins(stage.group, stage.wang, present=False)

    await expect(page.get_by_test_id("chat-tab")).to_have_count(1)


async def test_a_new_person_appears(page: Page, stage: Stage) -> None:
    await open_page(page, stage.url)

    await stage.sandbox.add_person("新人", note="实习")

    await expect(page.get_by_test_id("person").last).to_contain_text("新人")


async def test_the_bot_is_seen_typing_until_it_has_written(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await stage.bot.call("sendChatAction", chat_id=stage.wang.id, action="typing")
    await expect(page.get_by_text("正在输入…")).to_be_visible()
    await stage.bot.say(stage.wang.id, "好了")

    await expect(page.get_by_text("正在输入…")).to_be_hidden()


async def test_a_deleted_message_is_gone(page: Page, stage: Stage) -> None:
    sent = await stage.bot.say(stage.wang.id, "写错了")
    await open_page(page, stage.private(stage.wang))
    await expect(last_message(page)).to_contain_text("写错了")

    await stage.bot.call("deleteMessage", chat_id=stage.wang.id, message_id=sent["message_id"])

    await expect(page.get_by_text("写错了")).to_have_count(0)


async def test_a_reaction_is_shown_at_its_message_and_stays(page: Page, stage: Stage) -> None:
    number = await stage.wang.says("收到", chat=stage.group)
    place = {"chat_id": stage.group, "message_id": number}
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await stage.bot.call("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👍"}])
    await expect(page.get_by_role("img", name="机器人的回应：👍")).to_be_visible()
    await page.reload()

    await expect(page.get_by_role("img", name="机器人的回应：👍")).to_be_visible()


async def test_earlier_messages_are_fetched_on_wish(page: Page, stage: Stage) -> None:
    for number in range(70):
        await stage.bot.say(stage.wang.id, f"第 {number} 条")
    await open_page(page, stage.private(stage.wang))
    await expect(page.get_by_text("第 0 条")).to_have_count(0)

    await page.get_by_role("button", name="更早的消息").click()

    await expect(page.get_by_text("第 0 条")).to_have_count(1)
    await expect(page.get_by_role("button", name="更早的消息")).to_be_hidden()
