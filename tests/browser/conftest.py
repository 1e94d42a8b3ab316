"""Headless Chromium, a page that must stay without errors, and a sandbox behind it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import aiohttp
import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright, expect

from bot.sandbox.client import Sandbox, playing
from bot.sandbox.clock import SandboxClock
from bot.sandbox.serve import running
from bot.sandbox.snapshot import open_world
from tests.browser.hands import PATIENCE
from tests.browser.small_bot import SmallBot, stop
from tests.browser.stage import Stage
from tests.sandbox.caller import TOKEN
from tests.sandbox.conftest import MORNING

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(
        viewport={"width": 1280, "height": 800},
        locale="zh-CN",
        permissions=["clipboard-read", "clipboard-write"],
    )
    opened.set_default_timeout(PATIENCE)
    yield opened
    await opened.close()


@pytest.fixture
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """A page whose console and scripts must stay without errors."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            errors.append(message.text)

    opened = await context.new_page()
    opened.on("console", note)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert errors == []


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    world = open_world(TOKEN, clock=SandboxClock(frozen_at=MORNING))
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(running(world))
        sandbox = await stack.enter_async_context(playing(url))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        bot = SmallBot(session, url)
        yield await _peopled(url, sandbox, bot, stack)


async def _peopled(url: str, sandbox: Sandbox, bot: SmallBot, stack: AsyncExitStack) -> Stage:
    wang = await sandbox.add_person("小明", last_name="王", note="销售 · 苏州厂", started=True)
    chen = await sandbox.add_person("洁", last_name="陈", note="品管 · 苏州厂", started=True)
    zhou = await sandbox.add_person("敏", last_name="周", note="经理 · 仓储部")
    group = await sandbox.add_group("苏州厂质量群", [wang, chen])
    await chen.screen(chat=group)
    started = await bot.call("getUpdates")
    await bot.call("getUpdates", offset=started[-1]["update_id"] + 1)
    await bot.call("setMyCommands", commands=[{"command": "new", "description": "登记客诉"}])
    work = asyncio.create_task(bot.work())
    stack.push_async_callback(stop, work)
    return Stage(url=url, sandbox=sandbox, bot=bot, wang=wang, chen=chen, zhou=zhou, group=group)
