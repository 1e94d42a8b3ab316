import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.stage import Stage, last_message, open_page
from tests.sandbox.caller import PIXEL

pytestmark = pytest.mark.browser


def picture(name: str) -> FilePayload:
    return {"name": name, "mimeType": "image/png", "buffer": PIXEL}


async def test_enter_sends_and_shift_enter_breaks_the_line(page: Page, stage: Stage) -> None:
    await open_page(page, stage.address((stage.wang.id, stage.group)))
    await page.get_by_test_id("composer").click()

    await page.keyboard.type("第一行")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("第二行")
    await page.keyboard.press("Enter")

    await expect(last_message(page)).to_contain_text("第一行\n第二行", use_inner_text=True)
    await expect(page.get_by_test_id("composer")).to_have_value("")


async def test_pictures_go_as_one_album_with_the_text_as_caption(page: Page, stage: Stage) -> None:
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await page.get_by_test_id("file-input").set_input_files([picture("a.png"), picture("b.png")])
    await page.get_by_test_id("composer").fill("两张")
    await page.get_by_test_id("send").click()

    await expect(page.get_by_test_id("album").locator("img")).to_have_count(2)
    await expect(last_message(page)).to_contain_text("两张")
    await expect(page.get_by_test_id("attachments")).to_be_hidden()


async def test_a_file_is_sent_as_a_chip_to_download(page: Page, stage: Stage) -> None:
    await open_page(page, stage.address((stage.wang.id, stage.group)))
    sheet: FilePayload = {"name": "检验.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}

    await page.get_by_test_id("file-input").set_input_files([sheet])
    await page.get_by_test_id("send").click()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="下载 检验.pdf").click()

    assert (await download.value).suggested_filename == "检验.pdf"


async def test_a_pasted_picture_waits_to_be_sent(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("composer").evaluate(
        """field => {
            const data = new DataTransfer();
            data.items.add(new File(["x"], "现场.png", { type: "image/png" }));
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }"""
    )

    await expect(page.get_by_test_id("attachments")).to_contain_text("现场.png")


async def test_a_reply_shows_what_it_answers(page: Page, stage: Stage) -> None:
    await stage.chen.says("漏了几台？", chat=stage.group)
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await last_message(page).hover()
    await last_message(page).get_by_role("button", name="这条消息的操作").click()
    await page.get_by_role("menuitem", name="回复").click()
    await page.keyboard.type("8 台")
    await page.keyboard.press("Enter")

    await expect(last_message(page).get_by_test_id("reply-quote")).to_contain_text("漏了几台？")


async def test_an_own_message_is_changed_in_its_place(page: Page, stage: Stage) -> None:
    await stage.wang.says("7 台", chat=stage.group)
    await open_page(page, stage.address((stage.wang.id, stage.group)))

    await last_message(page).hover()
    await last_message(page).get_by_role("button", name="这条消息的操作").click()
    await page.get_by_role("menuitem", name="编辑").click()
    await page.get_by_test_id("composer").fill("8 台")
    await page.get_by_test_id("send").click()

    await expect(page.get_by_test_id("message")).to_have_count(1)
    await expect(last_message(page)).to_contain_text("8 台")
    await expect(last_message(page).get_by_test_id("edited")).to_be_visible()


async def test_a_draft_waits_in_its_chat(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))

    await page.get_by_test_id("composer").fill("还没写完")
    await page.get_by_test_id("person").nth(1).click()
    await expect(page.get_by_test_id("composer")).to_have_value("")
    await page.get_by_test_id("person").nth(0).click()

    await expect(page.get_by_test_id("composer")).to_have_value("还没写完")


async def test_the_bots_commands_are_offered_while_a_slash_is_typed(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").click()

    await page.keyboard.type("/n")
    await expect(page.get_by_test_id("commands")).to_contain_text("登记客诉")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await expect(page.locator("article.own").last).to_contain_text("/new")
    await expect(page.get_by_test_id("commands")).to_be_hidden()


async def test_the_list_goes_when_a_command_is_written_out_and_sent(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").click()

    await page.keyboard.type("/new")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("button", name="✅ 提交")).to_be_visible()
    await expect(page.get_by_test_id("commands")).to_be_hidden()


async def test_a_refusal_is_said_in_words(page: Page, stage: Stage) -> None:
    await open_page(page, stage.private(stage.wang))
    await page.get_by_test_id("composer").fill("在吗")
    await page.route("**/sandbox/send", lambda route: route.fulfill(json={"ok": False, "error": "不在群里"}))

    await page.get_by_test_id("send").click()

    await expect(page.get_by_role("alert").filter(has_text="没有成功：不在群里")).to_be_visible()
    await expect(page.get_by_test_id("composer")).to_have_value("在吗")
