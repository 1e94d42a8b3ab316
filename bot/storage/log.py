"""The append-only log: each row's hash covers its own facts and the row before it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import log, log_words
from core.model.deputy import Deputy
from core.model.log import LogRow
from core.ports import Secrets

LATEST = select(log.c.seq, log.c.hash).order_by(log.c.seq.desc()).limit(1)

OF_CASE = (
    select(log, log_words.c.salt, log_words.c.words)
    .outerjoin(log_words, log_words.c.seq == log.c.seq)
    .where(log.c.case_id == bindparam("case_id"))
    .order_by(log.c.seq)
)


class BufferedLog:
    """Rows written in one transaction; they are chained and stored when it ends (`flush`)."""

    def __init__(self, connection: AsyncConnection, now: datetime, secrets: Secrets) -> None:
        self._connection = connection
        self._now = now
        self._secrets = secrets
        self.rows: list[LogRow] = []
        self._acting: Deputy | None = None

    async def write(self, row: LogRow) -> None:
        """Append one row; what a deputy does says for whom."""
        acting = self._acting
        if acting is not None and row.actor_id == acting.id:
            row = replace(row, facts={**row.facts, "for": acting.absent.id})
        self.rows.append(row)

    @contextmanager
    def standing_in(self, acting: Deputy) -> Iterator[None]:
        """Rows written meanwhile by that person are written for whom they stand in for."""
        self._acting = acting
        try:
            yield
        finally:
            self._acting = None

    async def head(self) -> str:
        """The hash of the last row that is stored."""
        latest = (await self._connection.execute(LATEST)).first()
        return str(latest.hash) if latest else ""

    async def of_case(self, case_id: int) -> tuple[Mapping[str, object], ...]:
        """The rows about that case that are stored, with their words where those were not erased."""
        rows = await self._connection.execute(OF_CASE, {"case_id": case_id})
        return tuple({**row} for row in rows.mappings())

    async def flush(self) -> None:
        """Chain the rows to what is stored, and store them."""
        if not self.rows:
            return
        latest = (await self._connection.execute(LATEST)).first()
        seq, previous = (latest.seq, latest.hash) if latest else (0, "")
        chained: list[dict[str, Any]] = []
        words: list[dict[str, Any]] = []
        for row in self.rows:
            seq += 1
            salt = self._secrets.token() if row.words else ""
            chained.append(_link(seq, previous, self._now, row, salt))
            words += [{"seq": seq, "salt": salt, "words": canonical(row.words)}] if row.words else []
            previous = chained[-1]["hash"]
        await self._connection.execute(insert(log), chained)
        if words:
            await self._connection.execute(insert(log_words), words)
        self.rows.clear()


def _link(seq: int, previous: str, at: datetime, row: LogRow, salt: str) -> dict[str, Any]:
    link: dict[str, Any] = {
        "seq": seq,
        "at": at,
        "act": row.act,
        "case_id": row.case_id,
        "actor_id": row.actor_id,
        "facts": canonical(row.facts),
        "words_hash": words_hash(salt, canonical(row.words)) if row.words else "",
        "previous": previous,
    }
    return link | {"hash": link_hash(link)}


def link_hash(link: Mapping[str, Any]) -> str:
    """The hash of one row: SHA-256 over the hash before it and what the row says."""
    said = {name: link[name] for name in ("seq", "act", "case_id", "actor_id", "facts", "words_hash")}
    said["at"] = link["at"].astimezone(UTC).isoformat()
    return hashlib.sha256((link["previous"] + canonical(said)).encode()).hexdigest()


def words_hash(salt: str, words: str) -> str:
    """The hash that stands in the chain for names and free text; the salt keeps it from being guessed."""
    return hashlib.sha256((salt + words).encode()).hexdigest()


def canonical(value: Mapping[str, object]) -> str:
    """The one way to write that value as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
