"""The power goes twice while a month's batch is closed: before anything is written down, and when the first word is out."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.points import DIES_AT, Point
from tests.conversations.test_a_month_of_wages import WAGES, two_people_owe
from tests.conversations.workplace import PATIENCE, Workplace, workplace


async def test_a_batch_is_closed_and_told_once_wherever_the_power_goes(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        maker, closer, driver = await place.all_join([("何静", "E08"), ("孙丽", "E09"), ("张伟", "E05")])
        await two_people_owe(place)
        (tmp_path / "wages.csv").write_text(WAGES, encoding="utf-8")
        await place.shell("payroll", "prepare", "wages.csv", "--month", "2025-03")
        await (await maker.sees(button="生成批次")).press("生成批次")
        made = await closer.sees("KK-", button="关闭批次")
        await place.settles()

        await place.kills_bot()
        await made.press_and_go("关闭批次")
        await _lives_until(place, Point.EFFECT_COMMIT)
        assert _rows(place, "SELECT state FROM batches") == [("made",)]
        await _lives_until(place, Point.SENT_NOT_MARKED)
        await place.starts_bot()
        await place.settles()

        await closer.sees("已关闭", "账本校验值", ever=True)
        assert _rows(place, "SELECT state, number FROM batches") == [("closed", "KK-2025-001")]
        assert _rows(place, "SELECT occasion, COUNT(*) FROM ledger GROUP BY 1") == [
            ("charged", 4),
            ("withheld", 4),
        ]
        assert _rows(place, "SELECT COUNT(*) FROM log WHERE act = 'payroll_closed'") == [(1,)]
        assert _rows(place, "SELECT COUNT(*) FROM outbox WHERE payload LIKE '%2025-03 工资扣款%'") == [(1,)]
        assert 1 <= await driver.count_of("2025-03 工资扣款") <= 2


async def _lives_until(place: Workplace, point: Point) -> None:
    """The bot is started, and the power goes when it is there for the first time."""
    place.environment[DIES_AT] = f"{point}:1"
    await place.starts_bot()
    assert place.bot is not None
    async with asyncio.timeout(PATIENCE):
        assert await place.bot.wait() == -signal.SIGKILL
    del place.environment[DIES_AT]


def _rows(place: Workplace, asked: str) -> list[Any]:
    database = place.folder / "company" / "gongdao.sqlite3"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reading:
        return reading.execute(asked).fetchall()
