import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser


async def test_a_press_edits_the_card_in_its_place_and_shows_the_toast(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").fill("订单 SO-1 漏水")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="✅ 提交").click()

    await expect(page.get_by_test_id("toast")).to_contain_text("已登记")
    await expect(last_message(page)).to_contain_text("已登记 250303")
    await expect(last_message(page).get_by_test_id("edited")).to_be_visible()
    await expect(page.get_by_test_id("message").filter(has_text="请核对")).to_have_count(0)


async def test_an_edit_below_does_not_move_what_is_being_read(page: Page, stage: Stage) -> None:
    card = await stage.bot.say(stage.wang.id, "短")
    for number in range(40):
        await stage.bot.say(stage.wang.id, f"第 {number} 条\n下一行")
    await open_page(page, stage.private(stage.wang))
    log = page.get_by_test_id("log")
    await log.evaluate("log => { log.scrollTop = 900 }")
    read = page.get_by_test_id("message").filter(has_text="第 15 条")
    before = await read.bounding_box()

    place = {"chat_id": stage.wang.id, "message_id": card["message_id"]}
    await stage.bot.call("editMessageText", **place, text="一\n二\n三\n四\n五")
    await expect(page.get_by_test_id("message").nth(1)).to_contain_text("五")
    await stage.bot.say(stage.wang.id, "新的一条")

    await expect(page.get_by_test_id("newer")).to_contain_text("1")
    assert await read.bounding_box() == before


async def test_an_alert_waits_for_its_ok(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").fill("漏水")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="为什么").click()

    await expect(page.get_by_test_id("alert")).to_contain_text("首次答复 24 小时")
    await page.keyboard.press("Enter")

    await expect(page.get_by_test_id("alert")).to_have_count(0)
    await expect(page.get_by_role("button", name="为什么")).to_be_focused()


async def test_a_copy_button_says_that_it_copied(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").fill("漏水")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="复制：250303").click()

    await expect(page.get_by_text("已复制 ✓")).to_be_visible()
    assert await page.evaluate("navigator.clipboard.readText()") == "250303"


async def test_an_opened_quote_stays_open_through_an_edit(page: Page, stage: Stage) -> None:
    long = "<blockquote expandable>一\n二\n三\n四\n五</blockquote>"
    card = await stage.bot.say(stage.wang.id, long)
    await open_page(page, stage.private(stage.wang))
    await page.get_by_role("button", name="展开").click()

    place = {"chat_id": stage.wang.id, "message_id": card["message_id"]}
    await stage.bot.call("editMessageText", **place, text=f"{long}新", parse_mode="HTML")

    await expect(last_message(page)).to_contain_text("新")
    await expect(page.get_by_role("button", name="收起", exact=True)).to_be_visible()
    await page.get_by_role("button", name="收起", exact=True).click()
    await expect(page.get_by_role("button", name="展开")).to_be_visible()


async def test_a_link_that_starts_the_bot_is_followed_here(page: Page, stage: Stage) -> None:
    username = (await stage.bot.call("getMe"))["username"]
    await stage.bot.say(stage.wang.id, f"https://t.me/{username}?start=abc")
    await open_page(page, stage.private(stage.wang))

    await page.get_by_role("link").filter(has_text="start=abc").click()

    await expect(page.get_by_test_id("message").filter(has_text="/start abc")).to_be_visible()


async def test_quick_replies_send_their_words_and_go(page: Page, stage: Stage) -> None:
    keyboard = {"keyboard": [[{"text": "是"}, {"text": "否"}]], "one_time_keyboard": True}
    await stage.bot.say(stage.wang.id, "对吗？", reply_markup=keyboard)
    await open_page(page, stage.private(stage.wang))

    await page.get_by_role("button", name="是", exact=True).click()

    await expect(page.locator("article.own").last).to_contain_text("是")
    await expect(page.get_by_role("button", name="否", exact=True)).to_have_count(0)
