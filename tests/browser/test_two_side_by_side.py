import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, open_page

pytestmark = pytest.mark.browser


async def test_two_people_of_a_group_see_each_other_live(page: Page, stage: Stage) -> None:
    await page.set_viewport_size({"width": 1600, "height": 900})
    await open_page(page, stage.address((stage.wang.id, stage.group), (stage.chen.id, stage.group)))
    left, right = page.get_by_test_id("pane-1"), page.get_by_test_id("pane-2")

    await left.get_by_test_id("composer").fill("请看一下")
    await left.get_by_test_id("send").click()

    theirs = right.get_by_test_id("message").last
    await expect(theirs).to_contain_text("王小明")
    await expect(theirs).to_contain_text("请看一下")
    await expect(left.locator("article.own")).to_have_count(1)


async def test_the_second_window_opens_by_button_and_picks_its_person(page: Page, stage: Stage) -> None:
    await page.set_viewport_size({"width": 1600, "height": 900})
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("columns").click()
    await page.get_by_test_id("person-picker").select_option(label="周敏")

    await expect(page.get_by_test_id("pane-2").get_by_test_id("start")).to_be_visible()
    await page.get_by_test_id("columns").click()
    await expect(page.get_by_test_id("pane-2")).to_have_count(0)
