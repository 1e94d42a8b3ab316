"""Finding cases inside a unit of work: what it has changed is in the index before anybody looks."""

from dataclasses import replace
from datetime import datetime
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
        changed = 0
        for case_id in sorted(self._shelves.touched):
            case = await self._shelves.cases.find(case_id)
            if case is None:
                await forget_words(self._connection, case_id)
            else:
                changed += await keep_words(self._connection, case_words(await self._said(case)))
        self._shelves.touched.clear()
        return changed

    async def _said(self, case: Case) -> CaseSaid:
        shelves, of_case = self._shelves, {"case_id": case.id}
        own = [await shelves.persons.find(one or 0) for one in (case.reporter_id, case.owner_id)]
        return CaseSaid(
            case=case,
            pieces=await shelves.evidence.where(holder=Holder.CASE, holder_id=case.id),
            parties=await shelves.parties.where(**of_case),
            statements=await shelves.statements.where(**of_case),
            duties=await shelves.duties.where(**of_case),
            own=[one for one in own if one],
            zone=self._zone(case.site),
        )

    def _zone(self, site: str) -> ZoneInfo:
        """The site's; of one that the company has given up, its first one's."""
        known = {one.id for one in self._company.sites}
        return self._company.zone(site if site in known else self._company.sites[0].id)
