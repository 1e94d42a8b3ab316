"""Fills a company's database with copies of its own cases, in bulk: no index while rows come, nothing kept durable."""

import shutil
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Table, create_engine, text

from bench.scale.beside import stand_beside
from bench.scale.chaining import Chaining
from bench.scale.copies import Times, plan
from bench.scale.copying import ORIGINALS, Copying
from bench.scale.wording import Wording
from bot.storage import tables
from bot.storage.all_tables import metadata
from bot.storage.chained_tables import ledger

COPIED = (
    tables.drafts,
    tables.parties,
    tables.statements,
    tables.figures,
    tables.decisions,
    tables.notices,
    tables.appeals,
    tables.duties,
    tables.deadline_clocks,
)
LOOSE = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000", "temp_store=MEMORY")


def fill(database: Path, count: int, now: datetime) -> dict[str, float]:
    """Copy until there are so many cases; the seconds that each part took."""
    beside = database.with_name("originals.sqlite3")
    shutil.copy(database, beside)
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        for pragma in LOOSE:
            connection.execute(text(f"PRAGMA {pragma}"))
        connection.execute(text(f"ATTACH '{beside}' AS {ORIGINALS}"))
        seconds = _filled(connection, count, now)
        connection.commit()
        connection.execute(text("PRAGMA journal_mode=WAL"))
    engine.dispose()
    beside.unlink()
    return seconds


def _filled(connection: Connection, count: int, now: datetime) -> dict[str, float]:
    copying = Copying(connection)
    parts: dict[str, Callable[[], object]] = {
        "indexes dropped": lambda: _drop(connection),
        "plan": lambda: plan(connection, count, Times(now)),
        "cases": lambda: copying.copy(tables.cases, "id"),
        "evidence": lambda: copying.copy(tables.evidence, "holder_id"),
        **{table.name: _copying(copying, table) for table in COPIED},
        "beside": lambda: stand_beside(connection, now),
        "log": lambda: _chaining(connection, copying).copy_log(),
        "ledger": lambda: _chaining(connection, copying).copy_ledger(),
        "indexes": lambda: _index(connection),
        "words": lambda: Wording(connection).fill(),
    }
    seconds = {}
    for name, part in parts.items():
        seconds[name] = _timed(name, part)
        connection.commit()
    return seconds


def _copying(copying: Copying, table: Table) -> Callable[[], object]:
    return lambda: copying.copy(table)


def _chaining(connection: Connection, copying: Copying) -> Chaining:
    moved = {"case_id": tables.cases, "notice_id": tables.notices}
    highest = {name: copying.highest(table) for name, table in moved.items()}
    return Chaining(connection, {**highest, "posting": copying.highest_of(ledger, "posting")})


def _drop(connection: Connection) -> None:
    for table in metadata.tables.values():
        for index in table.indexes:
            index.drop(connection, checkfirst=True)


def _index(connection: Connection) -> None:
    for table in metadata.tables.values():
        for index in table.indexes:
            index.create(connection)


def _timed(name: str, part: Callable[[], object]) -> float:
    begun = time.perf_counter()
    done = part()
    seconds = time.perf_counter() - begun
    print(f"{name:24}{done if done is not None else '':>12}  {seconds:8.1f} s", flush=True)
    return seconds
