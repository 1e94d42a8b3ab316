"""Copies what is chained, each row linked to the one before, so that the whole proves as a real one does."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, insert, select

from bench.scale.copies import AT_ONCE, copies
from bench.scale.founding import persons
from bot.storage.chain import Chain
from bot.storage.chained_tables import ledger, log, log_words
from bot.storage.ledger import LEDGER_CHAIN
from bot.storage.log import LOG_CHAIN

# of a case: so that a million of them come to five million rows
ROWS_OF_CASE = 6
TRIVIAL = ("draft_filled", "draft_started", "duties_opened")
Values = dict[str, Any]


class Chaining:
    """Makes the rows of one copy after the other, in the order in which the cases came."""

    def __init__(self, connection: Connection, highest: Mapping[str, int]) -> None:
        self._connection = connection
        self._highest = highest
        self._people = {(place, team): person_id for place, team, person_id in persons()}

    def copy_log(self) -> int:
        """A few rows of each case, with their words; how many came of it."""
        rows = self._originals(log, log.c.act.not_in(TRIVIAL))
        said = {row["seq"]: dict(row) for row in self._connection.execute(select(log_words)).mappings()}
        kept = {case_id: of_case[:ROWS_OF_CASE] for case_id, of_case in rows.items()}
        count = 0
        for many in self._linked(log, LOG_CHAIN, kept):
            words = [{**said[one["of"]], "seq": one["seq"]} for one in many if one["of"] in said]
            self._connection.execute(
                insert(log), [{k: v for k, v in one.items() if k != "of"} for one in many]
            )
            self._connection.execute(insert(log_words), words)
            count += len(many)
        return count

    def copy_ledger(self) -> int:
        """Every entry of each case; how many came of it."""
        count = 0
        for many in self._linked(ledger, LEDGER_CHAIN, self._originals(ledger)):
            self._connection.execute(
                insert(ledger), [{k: v for k, v in one.items() if k != "of"} for one in many]
            )
            count += len(many)
        return count

    def _originals(self, table: Table, *conditions: ColumnElement[bool]) -> Mapping[int, list[Values]]:
        asked = select(table).where(table.c.case_id.is_not(None), *conditions).order_by(table.c.seq)
        by_case: defaultdict[int, list[Values]] = defaultdict(list)
        for row in self._connection.execute(asked).mappings():
            by_case[row["case_id"]].append(dict(row))
        return by_case

    def _linked(self, table: Table, chain: Chain, rows: Mapping[int, list[Values]]) -> Iterator[list[Values]]:
        last = self._connection.execute(
            select(table.c.seq, table.c.hash).order_by(table.c.seq.desc()).limit(1)
        ).mappings()
        every = self._connection.execute(select(copies).order_by(copies.c.id)).all()
        unlinked = (self._copy(row, one) for one in every for row in rows.get(one.original, ()))
        links = chain.linked(unlinked, after=dict(last.one()))
        while many := list(islice(links, AT_ONCE)):
            yield many

    def _copy(self, row: Values, one: Row[Any]) -> Values:
        copied = {**row, "of": row["seq"]}
        for name, highest in self._highest.items():
            if row.get(name):
                copied[name] = row[name] + highest * one.round
        for name in {"actor_id", "person_id"} & row.keys():
            copied[name] = self._people.get((row[name], one.team), row[name])
        for name in {"at", "booked_at"} & row.keys():
            copied[name] = row[name] + timedelta(seconds=one.later)
        return copied
