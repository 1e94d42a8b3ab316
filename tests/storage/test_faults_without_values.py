"""A fault of the database is logged and shown to admins: it must not carry what people wrote."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.storage.engine import open_database


async def test_a_fault_does_not_say_the_values_that_were_bound(tmp_path: Path) -> None:
    database = open_database(tmp_path / "gongdao.sqlite3")

    with pytest.raises(OperationalError) as raised:
        async with database.writing() as connection:
            await connection.execute(text("INSERT INTO nowhere (name) VALUES (:name)"), {"name": "张伟"})

    assert "张伟" not in str(raised.value)
    await database.close()
