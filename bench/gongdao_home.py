"""Prepares a company in an empty folder: a configuration, and a database in which every chat is a linked colleague."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bench.bot_token import TOKEN
from bot.settings import DATABASE, settings_from
from bot.storage import tables
from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from core.model.roles import Grant, Role

KEPT = "SELECT count(*) FROM drafts WHERE json_extract(fields, '$.customer') IS NOT NULL"
CONFIG = """\
token = "{token}"
api_base_url = "{origin}"
data = "data"
telegram_limits = false
name = "压测公司"
[sites.main]
name = "总厂"
[[rulebooks]]
id = "logistics-liability"
since = 2025-01-01
"""


def prepare(origin: str, folder: Path, chats: range) -> Path:
    """Make the company; the configuration file to run it with."""
    config = folder / "gongdao.toml"
    config.write_text(CONFIG.format(token=TOKEN, origin=origin), encoding="utf-8")
    asyncio.run(_hire(config, chats))
    return config


def answers_kept(folder: Path) -> int:
    """How many answers to the bot's first question are in the drafts of that company."""
    with closing(sqlite3.connect(folder / "data" / DATABASE)) as connection:
        return int(connection.execute(KEPT).fetchone()[0])


async def _hire(config: Path, chats: range) -> None:
    settings = settings_from(config)
    settings.data.mkdir()
    database = open_database(settings.database)
    await migrate(database)
    async with database.writing() as connection:
        await connection.execute(insert(tables.persons), list(_people(chats)))
    await database.close()


def _people(chats: range) -> Iterator[dict[str, Any]]:
    now = datetime.now(UTC)
    for chat_id in chats:
        yield {
            "employee_no": f"E{chat_id}",
            "name": f"员工{chat_id}",
            "department": "销售部",
            "site": "main",
            "region": "main",
            "language": "zh-Hans",
            "grants": (Grant(Role.SALES, "main"),),
            "pinyin": "",
            "chat_id": chat_id,
            "linked_at": now,
            "is_reachable": True,
            "oriented_at": now,
        }
