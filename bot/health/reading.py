"""Reads the vital signs; every statement finds its rows by an index, since it runs between the bot's own."""

import shutil
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.backup.last import last_backup
from bot.health.vitals import Queue, Vitals
from bot.inbox.state import InboxState
from bot.outbox.outgoing import State
from bot.storage.log import LOG_CHAIN
from bot.storage.machine_tables import inbox, outbox
from bot.storage.tables import calendar_years, evidence, persons, timers
from bot.storage.ticks import ALIVE, LATE, last_tick
from bot.storage.timers import IS_RUNNING
from core.model.evidence import Storing

SENT = select(outbox.c.sent_at).where(outbox.c.state == State.SENT).order_by(outbox.c.id.desc()).limit(1)

UNHANDLED = (InboxState.WAITING, InboxState.HELD)


async def read_vitals(
    connection: AsyncConnection, now: datetime, data: Path, published: AbstractSet[int]
) -> Vitals:
    """The vital signs now. `published` are the years whose working days ship with the product."""
    latest = await LOG_CHAIN.latest(connection)
    backup = last_backup(data)
    return Vitals(
        now=now,
        alive_at=await last_tick(connection, ALIVE),
        late_since=await last_tick(connection, LATE),
        sent_at=(await connection.execute(SENT)).scalar(),
        inbox=await _queue(connection, inbox.c.received_at, inbox.c.state.in_(UNHANDLED)),
        outbox=await _queue(connection, outbox.c.queued_at, outbox.c.state == State.WAITING),
        timers=await _queue(connection, timers.c.due_at, IS_RUNNING & (timers.c.due_at <= now)),
        fetching=await _queue(connection, evidence.c.received_at, evidence.c.storing == Storing.TO_FETCH),
        aside=await _count(connection, inbox.c.state == InboxState.ASIDE),
        failed=await _count(connection, outbox.c.state == State.FAILED),
        missing=await _count(connection, evidence.c.storing == Storing.MISSING),
        unreachable=await _unreachable(connection, now),
        next_year=await _knows(connection, now.year + 1, published),
        log_rows=latest["seq"] if latest else 0,
        log_head=latest["hash"] if latest else "",
        backup_at=backup.taken_at if backup else None,
        free=shutil.disk_usage(data).free,
    )


async def _queue(connection: AsyncConnection, since: ColumnElement[Any], which: ColumnElement[bool]) -> Queue:
    asked = select(func.count(), func.min(since, type_=since.type)).where(which)
    return Queue(*(await connection.execute(asked)).one())


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    return int((await connection.execute(select(func.count()).where(which))).scalar_one())


async def _unreachable(connection: AsyncConnection, now: datetime) -> tuple[str, ...]:
    here = or_(persons.c.left_on.is_(None), persons.c.left_on >= now.date())
    asked = select(persons.c.name).where(
        persons.c.chat_id.is_not(None), persons.c.is_reachable.is_(False), here
    )
    return tuple((await connection.execute(asked.order_by(persons.c.id))).scalars())


async def _knows(connection: AsyncConnection, year: int, published: AbstractSet[int]) -> bool:
    imported = select(exists().where(calendar_years.c.year == year, calendar_years.c.site == ""))
    return year in published or bool((await connection.execute(imported)).scalar())
