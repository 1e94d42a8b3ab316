"""The evening itself is long; that it would see what is lost, doubled or never said is shown here."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox.client import playing
from bot.sandbox.serve import running
from bot.sandbox.world import World
from tests.conversations.workplace import Workplace
from tests.soak.evening.evening import counted
from tests.soak.evening.power import Power


@pytest.mark.parametrize(("rows", "lost", "doubled"), [(0, 1, 0), (1, 0, 0), (3, 0, 2)])
async def test_what_is_not_there_once_is_lost_or_doubled(
    tmp_path: Path, world: World, rows: int, lost: int, doubled: int
) -> None:
    (tmp_path / "company").mkdir()
    with closing(sqlite3.connect(tmp_path / "company" / "gongdao.sqlite3")) as company:
        company.execute("create table effects (id integer)")
        company.executemany("insert into effects values (?)", [(row,) for row in range(rows)])
        company.commit()
    async with running(world) as url, playing(url) as sandbox:
        power = Power(Workplace(tmp_path, url, sandbox, world))
        power.counts("select count(*) from effects", 1)
        await power.told(await sandbox.add_person("somebody", started=True), "a word")

    assert (power.lost, power.doubled, power.missing) == (lost, doubled, 1)
    assert len(power.wrong) == 1 + (rows != 1)
    found = {count.name: count.found for count in counted(power)}
    assert (found["effects lost"], found["effects doubled"], found["messages missing"]) == (lost, doubled, 1)
