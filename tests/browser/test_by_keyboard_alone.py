import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser


async def test_a_person_is_chosen_written_to_and_left_without_a_mouse(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="跳到聊天")).to_be_focused()
    await page.get_by_test_id("person").nth(0).focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_test_id("person").nth(1)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await page.keyboard.type("漏水 8 台")
    await page.keyboard.press("Enter")
    await expect(last_message(page)).to_contain_text("请核对")
    await page.keyboard.press("Escape")

    await expect(page.get_by_test_id("person").nth(1)).to_be_focused()


async def test_who_left_the_composer_is_not_called_back_when_a_slow_send_ends(
    page: Page, stage: Stage
) -> None:
    async def end_late(route: Route) -> None:
        answer = await route.fetch()
        await expect(page.get_by_test_id("person").nth(0)).to_be_focused()
        await route.fulfill(response=answer)

    await page.route("**/sandbox/send", end_late)
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").fill("漏水")
    await page.keyboard.press("Enter")
    await expect(last_message(page)).to_contain_text("请核对")
    await page.keyboard.press("Escape")

    await expect(page.get_by_test_id("composer")).to_have_value("")
    await expect(page.get_by_test_id("person").nth(0)).to_be_focused()


async def test_messages_are_walked_by_arrows_and_their_menu_opens_by_enter(page: Page, stage: Stage) -> None:
    for words in ("一", "二"):
        await stage.wang.says(words, chat=stage.group)
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await page.get_by_test_id("message").last.focus()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_test_id("message").first).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="回复")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="编辑")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.get_by_test_id("menu")).to_have_count(0)


async def test_a_button_is_pressed_by_key_and_focus_stays_at_the_card(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").fill("漏水")
    await page.keyboard.press("Enter")

    await page.get_by_role("button", name="✅ 提交").press("Enter")

    await expect(last_message(page)).to_contain_text("已登记")
    await expect(last_message(page)).to_be_focused()


async def test_the_customer_dialog_is_filled_and_sent_by_keys(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("customer-open").press("Enter")
    await page.get_by_test_id("customer-send").press("Enter")

    await expect(page.get_by_test_id("album")).to_be_visible()
    await expect(page.get_by_test_id("customer-open")).to_be_focused()
