import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, open_page

pytestmark = pytest.mark.browser
WIDER_THAN_THE_WINDOW = "() => document.scrollingElement.scrollWidth > innerWidth"
TOO_SMALL = """() => [...document.querySelectorAll("button, a, select, textarea, input:not(.off-screen)")]
    .filter((node) => node.checkVisibility({ opacityProperty: false }) && !node.matches(".skip, .text *"))
    .filter((node) => node.getBoundingClientRect().height < 44 && !node.closest("label"))
    .map((node) => node.outerHTML)"""


@pytest.fixture
async def phone(page: Page) -> Page:
    await page.set_viewport_size({"width": 360, "height": 740})
    return page


async def test_people_and_chat_are_two_views_with_a_way_back(phone: Page, stage: Stage) -> None:
    await open_page(phone, stage.url)
    await expect(phone.get_by_test_id("pane-1")).to_be_hidden()

    await phone.get_by_test_id("person").nth(0).click()
    await expect(phone.get_by_test_id("composer")).to_be_visible()
    await expect(phone.get_by_test_id("people")).to_be_hidden()
    await phone.get_by_test_id("back").click()

    await expect(phone.get_by_test_id("person").nth(0)).to_be_focused()


async def test_nothing_is_wider_than_the_window(phone: Page, stage: Stage) -> None:
    await stage.bot.say(stage.wang.id, "一" * 300 + "x" * 300)
    await open_page(phone, stage.url)
    assert not await phone.evaluate(WIDER_THAN_THE_WINDOW)

    await phone.get_by_test_id("person").nth(0).click()
    await phone.get_by_test_id("clock-fold").click()
    await phone.get_by_test_id("customer-open").click()
    await expect(phone.locator(".photo-choice")).to_have_count(3)
    assert not await phone.evaluate(WIDER_THAN_THE_WINDOW)
    await phone.get_by_test_id("customer-send").click()
    await expect(phone.get_by_role("button", name="✅ 提交").last).to_be_visible()

    assert not await phone.evaluate(WIDER_THAN_THE_WINDOW)
    overflow = "log => log.scrollWidth > log.clientWidth"
    assert not await phone.get_by_test_id("log").evaluate(overflow)


async def test_everything_to_press_is_large_enough_for_a_finger(phone: Page, stage: Stage) -> None:
    await open_page(phone, stage.private(stage.wang))
    await phone.get_by_test_id("composer").fill("漏水")
    await phone.get_by_test_id("send").click()
    await expect(phone.get_by_role("button", name="✅ 提交")).to_be_visible()

    assert await phone.evaluate(TOO_SMALL) == []
