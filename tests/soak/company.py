"""The company of the rig: a few bosses, and lanes of people who each carry a case of their own at the same time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import Player
from tests.soak.hands import PATIENCE

SETTINGS = """\
name = "恒远机电"
languages = ["zh-Hans", "en"]
data = "company"

[sites.suzhou]
name = "苏州厂"

[[rulebooks]]
id = "logistics-liability"
since = 2024-07-01
site = "suzhou"

[contract]
clause = "第十二条"
rule_published_on = 2024-06-17

[minimum_wages]
suzhou = "2490.00"
"""
HEAD = "工号,姓名,部门,直接上级,代理人,角色,厂区,入职日期"
BOSSES = (
    "G1,赵刚,综合部,,,总经理@*,苏州厂,2016-03-01",
    "D1,吴琳,综合部,G1,,厂长@*,苏州厂,2017-05-08",
    "A1,孙丽,综合部,G1,,人事@*; 管理员@*; 财务@*,苏州厂,2019-03-04",
    "C1,钱进,综合部,G1,,稽核@*,苏州厂,2020-01-13",
)
LANE = (
    "S{lane},销售{lane},销售部,D1,,销售@苏州厂,苏州厂,2020-09-01",
    "Q{lane},品管{lane},品管部,D1,,品管@苏州厂,苏州厂,2018-11-19",
    "U{lane},主管{lane},仓储{lane}部,D1,,主管@苏州厂/仓储{lane}部,苏州厂,2019-07-01",
    "W{lane},司机{lane},仓储{lane}部,U{lane},,员工,苏州厂,2021-06-15",
)
LINKING = """
    update persons set chat_id = ?, linked_at = '2025-03-02 00:00:00.000000',
    oriented_at = '2025-03-02 00:00:00.000000' where employee_no = ?
"""
FIRST_CHAT = 5_000


def write_company(folder: Path, lanes: int) -> None:
    """The settings and the staff file."""
    (folder / "gongdao.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "staff.csv").write_text(staff_of(lanes), encoding="utf-8")


def staff_of(lanes: int) -> str:
    """The staff file."""
    return "\n".join([HEAD, *_rows(lanes)])


async def everybody_joins(database: Path, sandbox: Sandbox, lanes: int) -> dict[str, Player]:
    """Everybody has a telephone that is linked already."""
    players = {}
    with closing(sqlite3.connect(database, timeout=20)) as company:
        for chat_id, row in enumerate(_rows(lanes), FIRST_CHAT):
            number, name, *_ = row.split(",")
            players[number] = await sandbox.add_person(name, id=chat_id, started=True)
            company.execute(LINKING, (chat_id, number))
            company.commit()
    return players


async def group_is_linked(sandbox: Sandbox, players: dict[str, Player]) -> None:
    """The admin links the group of the one site."""
    admin = players["A1"]
    group = await sandbox.add_group("苏州厂 客诉群", list(players.values()))
    await admin.says("/link", chat=group)
    await admin.sees("苏州厂", chat=group, within=PATIENCE)


def _rows(lanes: int) -> Iterator[str]:
    yield from BOSSES
    for lane in range(1, lanes + 1):
        yield from (row.format(lane=lane) for row in LANE)
