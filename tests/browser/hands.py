"""Hands on the page: what a person there looks at, presses and writes."""

import re

from playwright.async_api import Locator, Page, expect

PATIENCE = 60_000


class Hands:
    """One window of the page, used as its viewer would: nothing is done but by click and key."""

    def __init__(self, page: Page, pane: str = "pane-1") -> None:
        self.page = page
        self.pane = page.get_by_test_id(pane)

    async def become(self, name: str) -> None:
        """Choose somebody in the list of people; their private chat opens."""
        await self.page.get_by_test_id("person").filter(has_text=name).click()
        await expect(self.pane.get_by_role("heading", name=name)).to_be_visible(timeout=PATIENCE)

    async def open_tab(self, title: str) -> None:
        """Turn to another chat of the same person."""
        await self.pane.get_by_test_id("chat-tab").filter(has_text=title).click()

    def message(self, *words: str, button: str = "") -> Locator:
        """The newest message that shows all these words, and this button."""
        found = self.pane.get_by_test_id("message")
        for word in words:
            found = found.filter(has_text=word)
        if button:
            found = found.filter(
                has=self.page.get_by_test_id("inline-button").filter(has_text=labelled(button))
            )
        return found.last

    async def see(self, *words: str, button: str = "") -> Locator:
        """Wait for such a message."""
        found = self.message(*words, button=button)
        await expect(found).to_be_visible(timeout=PATIENCE)
        return found

    async def press(self, label: str, *words: str) -> None:
        """Press a button below the newest message that has it and these words; the bot has answered afterwards."""
        buttons = (await self.see(*words, button=label)).get_by_test_id("inline-button")
        await buttons.filter(has_text=labelled(label)).first.click(timeout=PATIENCE)
        await expect(self.pane.locator("button[aria-busy]")).to_have_count(0, timeout=PATIENCE)

    async def write(self, text: str, *asked: str) -> None:
        """Write once the question is there; the message stands in the chat afterwards."""
        if asked:
            await self.see(*asked)
        await self.pane.get_by_test_id("composer").fill(text)
        await self.pane.get_by_test_id("composer").press("Enter")
        await expect(self.pane.locator("article.own").last).to_contain_text(text, timeout=PATIENCE)

    async def hear(self, *words: str) -> None:
        """The toast, or the alert, which is closed."""
        alert = self.page.get_by_test_id("alert")
        said = self.page.get_by_test_id("toast").or_(alert)
        for word in words:
            said = said.filter(has_text=word)
        await expect(said.first).to_be_visible(timeout=PATIENCE)
        if await alert.count():
            await alert.get_by_role("button", name="知道了").click()


def labelled(label: str) -> re.Pattern[str]:
    """A button's whole label; an icon may stand before it, a count or ellipsis behind."""
    return re.compile(rf"^[^\u3400-\u9fffA-Za-z0-9]*{re.escape(label)}(?![\u3400-\u9fffA-Za-z0-9])")
