"""Fills the index of cases for the copies, by the product's own function for its words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Table, select

from bench.scale.copies import AT_ONCE, copies
from bench.scale.copying import of_originals
from bench.scale.founding import persons
from bot.storage import tables
from bot.storage.case_index import ADDING
from core.finding.case_words import CaseSaid, case_words
from core.model.case import Case
from core.model.duty import Duty
from core.model.evidence import Evidence
from core.model.party import Party, Statement
from core.model.person import Person

ZONE = ZoneInfo("Asia/Shanghai")
OWN = tables.cases.c
COPIES = (
    select(copies, OWN.number, OWN.customer, OWN.part_no, OWN.order_no, OWN.stage)
    .join(tables.cases, OWN.id == copies.c.id)
    .order_by(copies.c.id)
)
Noun = TypeVar("Noun")


class Wording:
    """Reads the originals once, and says of each copy what it can be found by."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people = {(place, team): person_id for place, team, person_id in persons()}
        self._staff = {one.id: one for one in self._all(tables.persons, Person)}
        self._cases = {one.id: one for one in self._all(tables.cases, Case)}
        self._pieces = self._by_case(tables.evidence, Evidence, "holder_id")
        self._parties = self._by_case(tables.parties, Party)
        self._statements = self._by_case(tables.statements, Statement)
        self._duties = self._by_case(tables.duties, Duty)

    def fill(self) -> int:
        """Put every copy into the index; how many there were."""
        rows, count = self._rows(), 0
        while many := list(islice(rows, AT_ONCE)):
            self._connection.execute(ADDING, many)
            count += len(many)
        return count

    def _rows(self) -> Iterator[dict[str, Any]]:
        every = self._connection.execution_options(yield_per=AT_ONCE).execute(COPIES)
        for row in every:
            words = case_words(self._said(row))
            yield {"case_id": row.id, "open": words.open, "inner_words": words.inner, "tags": words.tags}

    def _said(self, row: Row[Any]) -> CaseSaid:
        of, case = row.original, self._cases[row.original]
        reporter, owner = (self._person(one, row.team) for one in (case.reporter_id, case.owner_id))
        named = {
            "number": row.number,
            "customer": row.customer,
            "part_no": row.part_no,
            "order_no": row.order_no,
        }
        return CaseSaid(
            case=replace(
                case,
                id=row.id,
                stage=row.stage,
                registered_at=case.registered_at + timedelta(seconds=row.later),
                reporter_id=reporter or 0,
                owner_id=owner,
                **named,
            ),
            pieces=self._pieces[of],
            parties=[
                replace(one, person_id=self._person(one.person_id, row.team) or 0)
                for one in self._parties[of]
            ],
            statements=self._statements[of],
            duties=[replace(one, owner_id=self._person(one.owner_id, row.team)) for one in self._duties[of]],
            own=[self._staff[one] for one in (reporter, owner) if one],
            zone=ZONE,
        )

    def _person(self, person_id: int | None, team: int) -> int | None:
        return None if person_id is None else self._people.get((person_id, team), person_id)

    def _all(self, table: Table, noun: type[Noun]) -> list[Noun]:
        original = of_originals(table)
        rows = self._connection.execute(select(original).order_by(original.c.id)).mappings()
        return [noun(**row) for row in rows]

    def _by_case(self, table: Table, noun: type[Noun], case_id: str = "case_id") -> Mapping[int, list[Noun]]:
        by_case: defaultdict[int, list[Noun]] = defaultdict(list)
        for one in self._all(table, noun):
            by_case[getattr(one, case_id)].append(one)
        return by_case
