"""The short form of `make soak`: a few cases, and the bot dies at each named point meanwhile."""

from pathlib import Path

from tests.soak.day import Day, work


async def test_a_day_with_deaths_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    counts = await work(Day(cases=6, kills=6, lanes=3, seed=20250303), tmp_path)

    assert [count for count in counts if not count.is_right] == []
