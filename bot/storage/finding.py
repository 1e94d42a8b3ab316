"""Finding cases inside a unit of work: what it has changed is in the index before anybody looks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.case_index import forget_words, found, keep_words
from bot.storage.open_cases import open_cases
from bot.storage.shelves import Shelves
from core.finding.case_words import CaseSaid, case_words
from core.finding.wanted import Wanted
from core.model.case import Case
from core.model.company import Company
from core.model.evidence import Holder
from core.model.person import Person

Thing = TypeVar("Thing")
# so many cases are read at once
_AT_ONCE: Final = 200


class IndexedCases:
    """The index of cases, kept up with the shelves of one transaction."""

    def __init__(self, connection: AsyncConnection, shelves: Shelves, company: Company) -> None:
        self._connection = connection
        self._shelves = shelves
        self._company = company

    async def find(self, wanted: Wanted, most: int, after: int = 0) -> tuple[int, ...]:
        """The ids of the newest `most` cases that fit, after leaving out the newest `after` of them."""
        ways = tuple(way for way in wanted.ways if way.tags)
        if not ways:
            return ()
        await self.follow()
        wanted = replace(wanted, ways=ways)
        return await found(self._connection, wanted, most, after)

    async def open_at(
        self, sites: tuple[str, ...], now: datetime, most: int, after: int = 0
    ) -> tuple[int, ...]:
        """Open cases at these sites: what is overdue first, then by stage, the oldest first."""
        return await open_cases(self._connection, sites, now, most, after) if sites else ()

    async def follow(self) -> int:
        """Bring the index up with all cases that were touched; how many were different."""
        changed, touched = 0, sorted(self._shelves.touched)
        for start in range(0, len(touched), _AT_ONCE):
            ids = tuple(touched[start : start + _AT_ONCE])
            there = [case_words(one) for one in await self._said(await self._cases(ids))]
            for gone in set(ids) - {words.case_id for words in there}:
                await forget_words(self._connection, gone)
            changed += await keep_words(self._connection, there)
        self._shelves.touched.clear()
        return changed

    async def _cases(self, ids: tuple[int, ...]) -> tuple[Case, ...]:
        """Those that are there; a single one is mostly at hand already."""
        if len(ids) > 1:
            return await self._shelves.cases.where(id=ids)
        case = await self._shelves.cases.find(ids[0])
        return () if case is None else (case,)

    async def _said(self, cases: tuple[Case, ...]) -> list[CaseSaid]:
        """What was said of each, read of all at once."""
        shelves, ids = self._shelves, tuple(case.id for case in cases)
        if not ids:
            return []
        pieces = _by_case(await shelves.evidence.where(holder=Holder.CASE, holder_id=ids), "holder_id")
        parties = _by_case(await shelves.parties.where(case_id=ids), "case_id")
        statements = _by_case(await shelves.statements.where(case_id=ids), "case_id")
        duties = _by_case(await shelves.duties.where(case_id=ids), "case_id")
        return [
            CaseSaid(
                case=case,
                pieces=pieces[case.id],
                parties=parties[case.id],
                statements=statements[case.id],
                duties=duties[case.id],
                own=[
                    one
                    for one in [await self._person(case.reporter_id), await self._person(case.owner_id)]
                    if one
                ],
                zone=self._zone(case.site),
            )
            for case in cases
        ]

    async def _person(self, person_id: int | None) -> Person | None:
        return await self._shelves.persons.find(person_id) if person_id else None

    def _zone(self, site: str) -> ZoneInfo:
        """The site's; of one that the company has given up, its first one's."""
        known = {one.id for one in self._company.sites}
        return self._company.zone(site if site in known else self._company.sites[0].id)


def _by_case(things: Iterable[Thing], name: str) -> Mapping[int, list[Thing]]:
    """Of each case its own."""
    of_case = defaultdict[int, list[Thing]](list)
    for thing in things:
        of_case[getattr(thing, name)].append(thing)
    return of_case
