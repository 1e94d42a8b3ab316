"""Who and what stands behind the page in these tests."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from tests.browser.small_bot import SmallBot


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A running sandbox with a small bot, four people and a group."""

    url: str
    sandbox: Sandbox
    bot: SmallBot
    wang: Player
    chen: Player
    zhou: Player
    group: int

    def address(self, *places: tuple[int, int]) -> str:
        """The page's address with these chats open, each (viewer, chat)."""
        return f"{self.url}/#{'+'.join(f'{viewer}/{chat}' for viewer, chat in places)}"

    def private(self, *people: Player) -> str:
        """The page's address with these people's private chats open."""
        return self.address(*((person.id, person.id) for person in people))


async def open_page(page: Page, address: str) -> None:
    """Go there and wait until the page is live."""
    await page.goto(address)
    await page.locator("body[data-ready]").wait_for()


def last_message(page: Page) -> Locator:
    """The newest bubble of the only window."""
    return page.get_by_test_id("message").last
