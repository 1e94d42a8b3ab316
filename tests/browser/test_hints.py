import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, open_page

pytestmark = pytest.mark.browser


async def test_the_hints_lead_on_and_can_be_put_away_and_fetched_back(page: Page, stage: Stage) -> None:
    person = stage.chen.id
    story = {
        "zh": [{"person": None, "text": "先看"}, {"person": person, "text": "您是陈洁：按受理"}],
        "en": [],
    }
    await page.route("**/web/story.json", lambda route: route.fulfill(json=story))
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("guide-next").click()
    await expect(page.get_by_test_id("guide-text")).to_have_text("您是陈洁：按受理")
    await page.get_by_test_id("guide-open").click()
    await expect(page.get_by_role("heading", name="陈洁")).to_be_visible()
    await page.get_by_test_id("guide-close").click()
    await expect(page.get_by_test_id("guide")).to_be_hidden()
    await page.get_by_test_id("help").click()

    await expect(page.get_by_test_id("guide-count")).to_have_text("第 2 步，共 2 步")
