"""The append-only ledger: a row for each entry, whose hash covers it and the row before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.chain import Chain, Row, Said
from bot.storage.chained_tables import ledger
from core.ledger.account import Account
from core.ledger.balances import Owed
from core.ledger.posting import Entry, Ground, Posting
from core.model.money import ZERO

LAST_NUMBER = select(ledger.c.posting).order_by(ledger.c.seq.desc()).limit(1)
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


def _hashed(row: Row) -> Said:
    said = {name: row[name] for name in _NAMES if name not in _UNHASHED}
    return said | {"booked_at": row["booked_at"].astimezone(UTC).isoformat(), "amount": row["amount"].fen}


LEDGER_CHAIN = Chain(ledger, _hashed)


class TableLedger:
    """The ledger within one transaction, which nobody else writes to meanwhile."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def book(self, posting: Posting) -> Posting:
        """Append a transaction; it comes back with its id."""
        ((booked, _),) = await self.book_all((posting,))
        return booked

    async def book_all(self, postings: Sequence[Posting]) -> tuple[tuple[Posting, str], ...]:
        """Append transactions; each comes back with its id and the ledger's head after it."""
        if not postings:
            return ()
        latest = await LEDGER_CHAIN.latest(self._connection)
        first = ((await self._connection.execute(LAST_NUMBER)).scalar() or 0) + 1
        unlinked = (row for number, one in enumerate(postings, first) for row in rows_of(one, number))
        rows = list(LEDGER_CHAIN.linked(unlinked, after=latest))
        await self._connection.execute(insert(ledger), rows)
        heads = {row["posting"]: row["hash"] for row in rows}
        return tuple(
            (replace(posting, id=number), heads[number]) for number, posting in enumerate(postings, first)
        )

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
        return _postings_in(result.mappings())

    async def owed(
        self, person_id: int | None = None, account: Account = Account.RECEIVABLE
    ) -> tuple[Owed, ...]:
        """What that person owes, or everybody, by case and clause, the oldest case first."""
        asked = OWED if person_id is None else OWED.where(ledger.c.person_id == person_id)
        result = await self._connection.execute(asked, {"account": account})
        return tuple(Owed(**row) for row in result.mappings())

    async def head(self) -> str:
        """The hash of the latest entry; empty while there is none."""
        return await LEDGER_CHAIN.head(self._connection)


def _postings_in(rows: Iterable[Mapping[Any, Any]]) -> tuple[Posting, ...]:
    """The transactions that those rows are, in their order."""
    return tuple(_posting(list(group)) for _, group in groupby(rows, lambda row: row["posting"]))


def rows_of(posting: Posting, number: int) -> Iterator[dict[str, Any]]:
    """The rows of a transaction of that number, not chained yet."""
    whole = {
        **asdict(posting.ground),
        "notice_id": posting.ground.notice_id or 0,
        "posting": number,
        "occasion": posting.occasion,
        "booked_at": posting.booked_at,
        "reverses": posting.reverses,
    }
    for entry in posting.entries:
        yield whole | {name: getattr(entry, name) for name in _ENTRY}


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
