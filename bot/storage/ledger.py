"""The append-only ledger: a row for each entry, whose hash covers it and the row before."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import UTC
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.log import canonical
from bot.storage.tables import ledger
from core.ledger.account import Account
from core.ledger.balances import Owed
from core.ledger.posting import Entry, Ground, Posting
from core.model.money import ZERO

LATEST = select(ledger.c.seq, ledger.c.posting, ledger.c.hash).order_by(ledger.c.seq.desc()).limit(1)
OF_PERSON = select(ledger.c.posting).where(ledger.c.person_id == bindparam("person"))
OWED = (
    select(
        ledger.c.case_id,
        ledger.c.notice_id,
        ledger.c.clause,
        ledger.c.person_id,
        func.sum(ledger.c.amount, type_=ledger.c.amount.type).label("amount"),
    )
    .where(ledger.c.account == bindparam("account"))
    .group_by(ledger.c.case_id, ledger.c.notice_id, ledger.c.clause, ledger.c.person_id)
    .having(func.sum(ledger.c.amount) != ZERO)
    .order_by(ledger.c.case_id, ledger.c.notice_id, ledger.c.clause, ledger.c.person_id)
)
_ENTRY = tuple(field.name for field in fields(Entry))
_GROUND = tuple(field.name for field in fields(Ground))
_NAMES = tuple(column.name for column in ledger.columns)
_UNHASHED = ("previous", "hash")


class TableLedger:
    """The ledger within one transaction, which nobody else writes to meanwhile."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def book(self, posting: Posting) -> Posting:
        """Append a transaction; it comes back with its id."""
        latest = (await self._connection.execute(LATEST)).first()
        seq, last, previous = (latest.seq, latest.posting, latest.hash) if latest else (0, 0, "")
        rows = list(chained(posting, last + 1, seq, previous))
        await self._connection.execute(insert(ledger), rows)
        return _posting(rows)

    async def postings(
        self, *, case_id: int | None = None, person_id: int | None = None, batch_id: int | None = None
    ) -> tuple[Posting, ...]:
        """Transactions of that case, of that person's accounts and of that batch, oldest first; without any: all."""
        asked = select(ledger).order_by(ledger.c.seq)
        if case_id is not None:
            asked = asked.where(ledger.c.case_id == case_id)
        if batch_id is not None:
            asked = asked.where(ledger.c.batch_id == batch_id)
        if person_id is not None:
            asked = asked.where(ledger.c.posting.in_(OF_PERSON))
        result = await self._connection.execute(asked, {"person": person_id} if person_id is not None else {})
        return postings_in(result.mappings())

    async def owed(
        self, person_id: int | None = None, account: Account = Account.RECEIVABLE
    ) -> tuple[Owed, ...]:
        """What that person owes, or everybody, by case and clause, the oldest case first."""
        asked = OWED if person_id is None else OWED.where(ledger.c.person_id == person_id)
        result = await self._connection.execute(asked, {"account": account})
        return tuple(Owed(**row) for row in result.mappings())

    async def head(self) -> str:
        """The hash of the latest entry; empty while there is none."""
        latest = (await self._connection.execute(LATEST)).first()
        return latest.hash if latest else ""


def postings_in(rows: Iterable[Mapping[Any, Any]]) -> tuple[Posting, ...]:
    """The transactions that those rows are, in their order."""
    return tuple(_posting(list(group)) for _, group in groupby(rows, lambda row: row["posting"]))


def entry_hash(row: Mapping[Any, Any]) -> str:
    """The hash of one row: SHA-256 over the hash before it and what the row says."""
    said = {name: row[name] for name in _NAMES if name not in _UNHASHED}
    said["booked_at"] = row["booked_at"].astimezone(UTC).isoformat()
    said["amount"] = row["amount"].fen
    return hashlib.sha256((row["previous"] + canonical(said)).encode()).hexdigest()


def chained(posting: Posting, number: int, seq: int, previous: str) -> Iterator[dict[str, Any]]:
    """The rows of a transaction of that number, chained to the row `seq` whose hash is `previous`."""
    whole = {
        **asdict(posting.ground),
        "notice_id": posting.ground.notice_id or 0,
        "posting": number,
        "occasion": posting.occasion,
        "booked_at": posting.booked_at,
        "reverses": posting.reverses,
    }
    for place, entry in enumerate(posting.entries, seq + 1):
        row = whole | {name: getattr(entry, name) for name in _ENTRY} | {"seq": place, "previous": previous}
        previous = entry_hash(row)
        yield row | {"hash": previous}


def _posting(rows: Iterable[Mapping[Any, Any]]) -> Posting:
    every = list(rows)
    first = every[0]
    ground = {name: first[name] for name in _GROUND} | {"notice_id": first["notice_id"] or None}
    return Posting(
        id=first["posting"],
        occasion=first["occasion"],
        ground=Ground(**ground),
        entries=tuple(Entry(**{name: row[name] for name in _ENTRY}) for row in every),
        booked_at=first["booked_at"],
        reverses=first["reverses"],
    )
