"""The append-only log: each row's hash covers its own facts and the row before it."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.chain import Chain, Row, Said, canonical
from bot.storage.chained_tables import log, log_words
from core.model.deputy import Deputy
from core.model.log import LogRow
from core.ports import Secrets

HASHED = ("seq", "act", "case_id", "actor_id", "facts", "words_hash")

OF_CASE = (
    select(log, log_words.c.salt, log_words.c.words)
    .outerjoin(log_words, log_words.c.seq == log.c.seq)
    .where(log.c.case_id == bindparam("case_id"))
    .order_by(log.c.seq)
)


def _hashed(row: Row) -> Said:
    return {**{name: row[name] for name in HASHED}, "at": row["at"].astimezone(UTC).isoformat()}


LOG_CHAIN = Chain(log, _hashed)


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
        return await LOG_CHAIN.head(self._connection)

    async def of_case(self, case_id: int) -> tuple[Mapping[str, object], ...]:
        """The rows about that case that are stored, with their words where those were not erased."""
        rows = await self._connection.execute(OF_CASE, {"case_id": case_id})
        return tuple({**row} for row in rows.mappings())

    async def flush(self) -> None:
        """Chain the rows to what is stored, and store them."""
        if not self.rows:
            return
        salts = [self._secrets.token() if row.words else "" for row in self.rows]
        said = [_said(self._now, row, salt) for row, salt in zip(self.rows, salts, strict=True)]
        links = list(LOG_CHAIN.linked(said, after=await LOG_CHAIN.latest(self._connection)))
        await self._connection.execute(insert(log), links)
        words = [
            {"seq": link["seq"], "salt": salt, "words": canonical(row.words)}
            for link, row, salt in zip(links, self.rows, salts, strict=True)
            if row.words
        ]
        if words:
            await self._connection.execute(insert(log_words), words)
        self.rows.clear()


def _said(at: datetime, row: LogRow, salt: str) -> dict[str, object]:
    return {
        "at": at,
        "act": row.act,
        "case_id": row.case_id,
        "actor_id": row.actor_id,
        "facts": canonical(row.facts),
        "words_hash": words_hash(salt, canonical(row.words)) if row.words else "",
    }


def words_hash(salt: str, words: str) -> str:
    """The hash that stands in the chain for names and free text; the salt keeps it from being guessed."""
    return hashlib.sha256((salt + words).encode()).hexdigest()
