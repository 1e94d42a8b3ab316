"""Duties and cases in brief, read without the columns that take long to read."""

from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.statements import Shapes, bound, matching, shapes_of
from bot.storage.tables import cases, duties, parties
from core.model.brief import BriefCase, BriefDuty

NAMED = (
    select(func.group_concat(parties.c.person_id))
    .where(parties.c.case_id == duties.c.case_id)
    .scalar_subquery()
)
DUTIES = (
    select(
        duties.c.id,
        duties.c.kind,
        duties.c.case_id,
        duties.c.site,
        duties.c.role,
        duties.c.due_at,
        duties.c.finished_by,
        (func.coalesce(func.json_array_length(duties.c.data, "$.not_by"), 0) > 0).label("is_kept_apart"),
        cases.c.owner_id,
        cases.c.reporter_id,
        func.coalesce(NAMED, ""),
    )
    .select_from(duties.outerjoin(cases, cases.c.id == duties.c.case_id))
    .where(duties.c.done_at.is_(None))
)
CASES = select(cases.c.id, cases.c.first_reply_due_at)
# put in order here: asked for it, the database takes a longer way through all rows of one person
_id = attrgetter("id")


class TableWaits:
    """What waits, within one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def duties(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties whose fields equal these values (a tuple: is one of), oldest first."""
        rows = await self._connection.execute(_duties(shapes_of(equal)), bound(equal))
        return tuple(sorted((BriefDuty(*row) for row in rows.all()), key=_id))

    async def cases(self, **equal: object) -> tuple[BriefCase, ...]:
        """The cases whose fields equal these values, oldest first."""
        rows = await self._connection.execute(_cases(shapes_of(equal)), bound(equal))
        return tuple(sorted((BriefCase(*row) for row in rows.all()), key=_id))


@cache
def _duties(shapes: Shapes) -> Select[Any]:
    return DUTIES.where(*matching(duties, shapes))


@cache
def _cases(shapes: Shapes) -> Select[Any]:
    return CASES.where(*matching(cases, shapes))
