"""The general manager is away for two days: a deputy named in chat is asked, and approves in his place."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.client_person import Player
from tests.conversations.test_the_first_reply_clock import registers
from tests.conversations.test_the_whole_story import forges, picks, says
from tests.conversations.workplace import workplace

APPROVALS = "select actor_id, facts from log where act = 'figures_approved'"
PEOPLE = "select name, id from persons"


async def test_a_deputy_approves_for_the_general_manager_while_he_is_away(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        boss, deputy, quality = [
            await place.joins(*who) for who in (("赵刚", "E01"), ("钱进", "E10"), ("陈洁", "E07"))
        ]
        await is_away(boss, "钱进", "3月3日", "3月4日")
        await deputy.sees("您代理 赵刚", "3月4日")
        sales = await registers(place)
        await concludes(quality, "客户误操作")

        card = await deputy.sees("请批准", "客户误操作", button="批准")
        await place.settles()
        assert await boss.count_of("请批准") == 0
        await says(deputy, "/due")
        await deputy.sees("代 赵刚")
        await forges(sales, card, "批准")
        await place.restarts_bot()
        assert "已批准" in await card.press("批准")

        await place.settles()
        assert approved_for(tmp_path) == [("钱进", "赵刚")]


async def is_away(person: Player, deputy: str, first: str, last: str) -> None:
    await says(person, "/my")
    await picks(person, "代理人")
    await picks(person, "指定代理人")
    await says(person, deputy, "谁代理")
    await picks(person, deputy, "哪一位")
    await says(person, first, "从哪一天起")
    await says(person, last, "到哪一天为止")
    await person.sees("由", deputy, "代理您")


async def concludes(quality: Player, reason: str) -> None:
    await picks(quality, "受理", "250303")
    await picks(quality, "🔍 调查", "250303")
    await picks(quality, "更多", "250303")
    await picks(quality, "不追究", "250303")
    await picks(quality, "公司")
    await says(quality, reason, "理由")


def approved_for(folder: Path) -> list[tuple[str, str | None]]:
    """Who approved, and for whom, by the log."""
    with closing(sqlite3.connect(folder / "company" / "gongdao.sqlite3")) as database:
        names = {identity: name for name, identity in database.execute(PEOPLE)}
        rows = database.execute(APPROVALS).fetchall()
    return [(names[actor], names.get(json.loads(facts).get("for", 0))) for actor, facts in rows]
