import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage, last_message, open_page

pytestmark = pytest.mark.browser


async def test_offsets_count_as_telegram_counts(page: Page, stage: Stage) -> None:
    await stage.bot.say(stage.wang.id, "😀😀 <b>粗<i>斜</i></b> <s>删</s> <u>线</u> <code>码</code>")
    await open_page(page, stage.private(stage.wang))

    await expect(last_message(page).locator("strong")).to_have_text("粗斜")
    await expect(last_message(page).locator("strong em")).to_have_text("斜")
    await expect(last_message(page).locator("s")).to_have_text("删")
    await expect(last_message(page).locator("code")).to_have_text("码")


async def test_overlapping_entities_lose_no_word(page: Page, stage: Stage) -> None:
    entities = [{"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 4}]
    await stage.bot.call("sendMessage", chat_id=stage.wang.id, text="一二三四五六", entities=entities)
    await open_page(page, stage.private(stage.wang))

    await expect(last_message(page).locator(".text")).to_have_text("一二三四五六")
    await expect(last_message(page).locator("strong")).to_have_text("一二三四")
    await expect(last_message(page).locator("em")).to_have_text(["三四", "五六"])


async def test_words_that_look_like_html_stay_words(page: Page, stage: Stage) -> None:
    await stage.wang.says("<img src=x onerror=alert(1)> <b>不粗</b>", chat=stage.group)
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await expect(last_message(page).locator(".text")).to_have_text("<img src=x onerror=alert(1)> <b>不粗</b>")
    await expect(last_message(page).locator(".text b, .text img")).to_have_count(0)


async def test_a_spoiler_shows_its_words_on_a_press(page: Page, stage: Stage) -> None:
    await stage.bot.say(stage.wang.id, "答案 <tg-spoiler>四十二</tg-spoiler>")
    await open_page(page, stage.private(stage.wang))

    await page.get_by_role("button", name="隐藏的内容，按下显示").press("Enter")

    await expect(last_message(page).locator(".spoiler.open")).to_have_text("四十二")


async def test_a_link_of_another_kind_cannot_run_anything(page: Page, stage: Stage) -> None:
    await stage.bot.say(stage.wang.id, '<a href="https://example.org/a">看</a>')
    await open_page(page, stage.private(stage.wang))

    link = last_message(page).get_by_role("link")
    await expect(link).to_have_attribute("href", "https://example.org/a")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_right_to_left_words_keep_their_own_direction(page: Page, stage: Stage) -> None:
    await stage.bot.say(stage.wang.id, "مرحبا 12")
    await open_page(page, stage.private(stage.wang))

    direction = await last_message(page).locator(".text").evaluate("node => getComputedStyle(node).direction")
    assert direction == "rtl"


async def test_a_quote_stands_on_its_own_lines_without_empty_ones(page: Page, stage: Stage) -> None:
    await stage.bot.say(stage.wang.id, "前\n<blockquote>中</blockquote>\n后")
    await open_page(page, stage.private(stage.wang))

    await expect(last_message(page).locator(".text")).to_have_text("前中后")
    await expect(last_message(page).locator(".text")).to_have_text("前\n中\n后", use_inner_text=True)
