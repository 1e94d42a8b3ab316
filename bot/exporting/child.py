"""An export in a process of its own, so that neither its work nor its memory burden the bot: `python -m bot.exporting.child`.

What is asked for comes as one JSON text on standard input, what became of it goes as one to standard output.
"""

import asyncio
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from bot.cli.shell_words import ShellWords
from bot.exporting.reading import Part
from bot.exporting.whole import listed_in, manifest_of
from bot.exporting.writing import Listed, write_json, write_workbook
from bot.storage.engine import open_database
from core.model.records_export import ExportForm


class Asked(BaseModel):
    """What to write, where to, of how many rows at most; `zone` is the one whose days count."""

    database: Path
    place: Path
    form: ExportForm
    most_rows: int
    since: date | None
    site: str | None
    zone: str
    company: str
    language: str
    now: datetime


class Written(BaseModel):
    """How much there is of it; nothing was written where it is too much."""

    kinds: int
    rows: int
    is_too_much: bool = False


async def export(asked: Asked) -> Written:
    """Write the file, as the database stands at one moment; OSError if it cannot be written."""
    part = Part(since=asked.since, site=asked.site)
    database = open_database(asked.database)
    try:
        async with database.reading() as connection:
            listed = await listed_in(part, ZoneInfo(asked.zone), connection)
            written = Written(kinds=len(listed), rows=sum(one.count for one in listed))
            if written.rows > asked.most_rows:
                return written.model_copy(update={"is_too_much": True})
            await _write(asked, part, listed)
            return written
    finally:
        await database.close()


async def _write(asked: Asked, part: Part, listed: list[Listed]) -> None:
    if asked.form is ExportForm.JSON:
        await write_json(listed, manifest_of(part, asked.company, asked.now), asked.place)
    else:
        names = ShellWords.of(asked.language).labels["export_kinds"]
        await write_workbook(listed, names, asked.place)


if __name__ == "__main__":
    answer = asyncio.run(export(Asked.model_validate_json(sys.stdin.read())))
    sys.stdout.write(answer.model_dump_json())
