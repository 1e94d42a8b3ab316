"""`gongdao sandbox` as a newcomer meets it: the first start, the story on the page, and the second start."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.sample.cast import PARTS, part
from bot.sample.place import OPENING, Place
from bot.sample.playground import run_playground
from bot.sandbox.client import Sandbox, playing
from tests.patience import PATIENCE


@asynccontextmanager
async def opened(place: Place) -> AsyncIterator[Sandbox]:
    stop, addresses = asyncio.Event(), asyncio.Queue[str]()
    running = asyncio.create_task(run_playground(place, 0, addresses.put_nowait, stop))
    try:
        async with asyncio.timeout(PATIENCE), playing(await addresses.get()) as sandbox:
            yield sandbox
    finally:
        stop.set()
        await running


async def test_the_page_opens_on_a_running_story_and_goes_on_where_it_was_left(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.clear()
    async with opened(place) as sandbox:
        sales = await sandbox.person(part("E06").account)
        draft = await sales.sees("SO-20871", ever=True)
        assert "宏达机电" in draft.labels
        for employee_no, button in (("E07", "受理"), ("E03", "确认责任"), ("E01", "批准")):
            waiting = await sandbox.person(part(employee_no).account)
            await waiting.sees(button=button, ever=True)
        await draft.press("宏达机电")
        review = await sales.sees(button="提交")
        await review.press("提交")
        await sales.sees("250303")
        left_at = await sandbox.now()

    async with opened(place) as sandbox:
        assert len((await sandbox.state())["people"]) == len(PARTS)
        quality = await sandbox.person(part("E07").account)
        card = await quality.sees("250303", button="受理", ever=True)
        await card.press("受理")
        assert OPENING < left_at <= await sandbox.now()
