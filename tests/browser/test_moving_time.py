import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, open_page

pytestmark = pytest.mark.browser


async def test_the_clock_says_its_time_and_moves_on(page: Page, stage: Stage) -> None:
    await open_page(page, stage.url)
    await expect(page.get_by_role("group", name="练习室的时间")).to_contain_text(
        "2025年3月3日星期一 08:12 已停住", use_inner_text=True
    )

    await page.get_by_test_id("clock-ten").click()
    await expect(page.get_by_test_id("clock-time")).to_have_text("08:22")
    await page.get_by_test_id("clock-hour").click()
    await expect(page.get_by_test_id("clock-time")).to_have_text("09:22")
    await page.get_by_test_id("clock-day").click()

    await expect(page.get_by_role("group", name="练习室的时间")).to_contain_text("2025年3月4日")


async def test_time_is_set_forward_only(page: Page, stage: Stage) -> None:
    await open_page(page, stage.url)

    await page.get_by_test_id("clock-to").click()
    await page.get_by_test_id("clock-field").fill("2025-03-01T08:00")
    await page.get_by_test_id("clock-set").click()
    await expect(page.get_by_role("alert").filter(has_text="时间只能往前走")).to_be_visible()
    await page.get_by_test_id("clock-field").fill("2025-03-05T16:20")
    await page.get_by_test_id("clock-set").click()

    await expect(page.get_by_test_id("clock-time")).to_have_text("16:20")


async def test_time_that_somebody_else_moves_is_seen(page: Page, stage: Stage) -> None:
    await open_page(page, stage.url)

    await stage.sandbox.wind(hours=2)

    await expect(page.get_by_test_id("clock-time")).to_have_text("10:12")


async def test_time_is_let_run_and_stopped(page: Page, stage: Stage) -> None:
    await open_page(page, stage.url)

    await page.get_by_test_id("clock-run").click()
    await expect(page.get_by_test_id("clock-state")).to_have_text("走动中")
    await page.get_by_test_id("clock-run").click()

    await expect(page.get_by_test_id("clock-state")).to_have_text("已停住")
