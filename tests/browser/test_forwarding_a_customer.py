import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser


async def test_the_ready_example_forwards_two_texts_and_an_album(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("customer-open").click()
    await page.get_by_test_id("customer-send").click()

    await expect(page.get_by_test_id("album").locator("img")).to_have_count(3)
    await expect(page.get_by_test_id("forwarded").first).to_contain_text(
        "转发自 王工 · 宏达机电 · 3月3日 08:00"
    )
    heard = stage.bot.heard
    assert ["SO-20871" in message.get("text", "") for message in heard[:2]] == [True, False]
    assert {message["forward_origin"]["type"] for message in heard} == {"user"}


async def test_a_customer_with_a_hidden_account_is_forwarded_as_such(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("customer-open").click()
    await page.get_by_test_id("customer-hidden").check()
    await page.get_by_test_id("customer-name").fill("李经理")
    await page.get_by_test_id("customer-text").fill("泵又漏了")
    await page.get_by_test_id("customer-send").click()

    await expect(page.get_by_test_id("customer-dialog")).to_have_count(0)
    await expect(page.get_by_test_id("forwarded").first).to_contain_text("转发自 李经理（隐藏了账号）")


async def test_the_words_can_stand_under_the_photos(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("customer-open").click()
    await page.get_by_test_id("customer-caption").check()
    await page.get_by_test_id("customer-send").click()

    album = page.get_by_test_id("message").filter(has=page.get_by_test_id("album"))
    await expect(album).to_contain_text("订单 SO-20871 的水泵 P-300，3月1日到货")
    assert [message.get("text") for message in stage.bot.heard] == [None, None, None]


async def test_nothing_to_forward_is_said_and_the_dialog_stays(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("customer-open").click()
    await page.get_by_test_id("customer-text").fill(" ")
    await expect(page.locator(".photo-choice")).to_have_count(3)
    for box in await page.locator(".photo-choice input").all():
        await box.uncheck()

    await page.get_by_test_id("customer-send").click()

    await expect(page.get_by_role("alert").filter(has_text="请写一句客户的话")).to_be_visible()


async def test_an_album_opens_large_and_is_left_by_key(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("customer-open").click()
    await page.get_by_test_id("customer-send").click()

    await page.get_by_role("button", name="放大照片 2").click()
    await expect(page.get_by_test_id("gallery-count")).to_have_text("2 / 3")
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_test_id("gallery-count")).to_have_text("3 / 3")
    await page.keyboard.press("Escape")

    await expect(page.get_by_test_id("gallery")).to_have_count(0)
    await expect(page.get_by_role("button", name="放大照片 2")).to_be_focused()


async def test_chosen_messages_of_the_group_are_forwarded_to_the_bot(page: Page, stage: Stage) -> None:
    await stage.chen.says("客户来电：漏水", chat=stage.group)
    await stage.chen.says("订单 SO-1", chat=stage.group)
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await last_message(page).hover()
    await last_message(page).get_by_role("button", name="这条消息的操作").click()
    await page.get_by_role("menuitem", name="多选").click()
    await page.get_by_role("checkbox", name="选这条消息").first.check()
    await page.get_by_test_id("select-forward").click()
    await page.get_by_role("button", name="公道（王小明 的私聊）").click()
    await page.get_by_test_id("chat-tab").first.click()

    await expect(page.get_by_test_id("forwarded")).to_have_count(2)
    await expect(page.get_by_test_id("forwarded").first).to_contain_text("转发自 陈洁")


async def test_sales_is_offered_the_forward_first_and_others_find_it_in_the_menu(
    page: Page, stage: Stage
) -> None:
    await open_page(page, stage.private(stage.wang))
    await expect(page.get_by_test_id("customer-open")).to_be_visible()

    await page.get_by_test_id("person").nth(1).click()
    await expect(page.get_by_test_id("customer-open")).to_be_hidden()
    await page.get_by_role("button", name="更多").click()
    await page.get_by_role("menuitem", name="转发客户消息").click()

    await expect(page.get_by_test_id("customer-dialog")).to_contain_text("陈洁 转发给公道")
