"""Figures that were put before sums stood beside them are summed once, from the answers as they were kept."""

import json
from pathlib import Path

from sqlalchemy import text

from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from bot.storage.migrating import upgrade

ANSWER = {
    "grade": {"id": "serious"},
    "direct_loss": {"fen": 146000},
    "company_bears": {"fen": 54020},
    "people": [{"amount": {"fen": 70080}}, {"amount": {"fen": 21900}}],
}
OPEN = {"grade": None, "direct_loss": {"fen": 5}, "company_bears": None, "people": [{"amount": None}]}


async def test_sums_of_earlier_figures_are_filled_in(tmp_path: Path) -> None:
    database = open_database(tmp_path / "old.sqlite3")
    await migrate(database, "0022")
    async with database.writing() as connection:
        for number, answer in enumerate((ANSWER, OPEN), start=1):
            await connection.execute(
                text("INSERT INTO figures VALUES (:id, :id, 1, '{}', :answer, 'x', 1, '2025-03-03')"),
                {"id": number, "answer": json.dumps(answer)},
            )
        await connection.run_sync(upgrade)
    async with database.reading() as connection:
        rows = await connection.execute(
            text("SELECT grade, direct_loss, charged, borne FROM figures ORDER BY id")
        )
        assert [tuple(row) for row in rows] == [("serious", 146000, 91980, 54020), ("", 5, None, None)]
    await database.close()
