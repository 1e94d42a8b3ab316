import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser
STREAM_THAT_IS_LOST = """
    window.EventSource = class {
        constructor() { setTimeout(() => this.onerror()); }
        close() {}
    };
"""


async def test_the_people_are_listed_with_what_they_do_and_whether_they_started(
    page: Page, stage: Stage
) -> None:
    await open_page(page, stage.url)

    people = page.get_by_test_id("person")
    await expect(people).to_have_count(3)
    await expect(people.nth(0)).to_contain_text("王小明")
    await expect(people.nth(0)).to_contain_text("销售 · 苏州厂")
    await expect(people.nth(2)).to_contain_text("还没按“开始”")


async def test_the_first_person_is_open_with_their_chats(page: Page, stage: Stage) -> None:
    await open_page(page, stage.url)

    await expect(page.get_by_role("heading", name="王小明")).to_be_visible()
    await expect(page.get_by_test_id("chat-tab")).to_have_text(["公道（私聊）", "苏州厂质量群"])


async def test_what_arrives_elsewhere_is_counted_until_it_is_looked_at(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await stage.bot.say(stage.chen.id, "有新案件")
    count = page.get_by_test_id("person").nth(1).get_by_test_id("unread")
    await expect(count).to_have_text("1")
    await page.get_by_test_id("person").nth(1).click()

    await expect(last_message(page)).to_contain_text("有新案件")
    await expect(count).to_have_count(0)


async def test_start_lets_the_bot_write(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.zhou))

    await page.get_by_test_id("start").click()

    await expect(last_message(page)).to_contain_text("请核对")
    await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_the_page_speaks_english_on_wish(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("language").click()
    await page.locator("body[data-ready]").wait_for()

    await expect(page.get_by_test_id("customer-open")).to_have_text("Forward a customer's message")
    await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_a_lost_connection_is_told(page: Page, stage: Stage) -> None:
    await page.add_init_script(STREAM_THAT_IS_LOST)
    await open_page(page, stage.url)

    await expect(page.get_by_text("与练习室的连接断了")).to_be_visible()
