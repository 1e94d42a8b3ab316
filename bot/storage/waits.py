"""Duties, cases and appeals in brief, read without the columns that take long to read."""

from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam, select

from bot.storage.appeals_in_brief import PERSON, BriefAppeals
from bot.storage.driver_rows import driver_rows, instant
from bot.storage.duties_in_brief import BriefDuties
from bot.storage.statements import Shapes, bound, matching, shapes_of
from bot.storage.tables import cases, decisions, parties
from core.model.brief import BriefCase
from core.model.case import Stage

CASES = select(cases.c.id, cases.c.first_reply_due_at)
IN_STAGES = select(cases.c.id).where(cases.c.stage.in_(bindparam("stages", expanding=True)))
NAMED_IN = select(parties.c.case_id).where(parties.c.person_id == PERSON)
DECIDED_IN = select(decisions.c.case_id).where(
    decisions.c.person_id == PERSON, decisions.c.for_id.is_distinct_from(bindparam("but_for", type_=Integer))
)


class TableWaits(BriefDuties, BriefAppeals):
    """What waits, within one transaction.

    Rows are put in order here: asked for it, the database takes a longer way through all rows of one person.
    """

    async def cases(self, **equal: object) -> tuple[BriefCase, ...]:
        """The cases whose fields equal these values, oldest first."""
        rows = await driver_rows(self._connection, _cases(shapes_of(equal)), bound(equal))
        return tuple(BriefCase(case_id, due_at and instant(due_at)) for case_id, due_at in sorted(rows))

    async def case_ids(self, stages: tuple[Stage, ...]) -> tuple[int, ...]:
        """The ids of all cases in these stages, in order."""
        rows = await self._connection.execute(IN_STAGES, {"stages": stages})
        return tuple(sorted(rows.scalars()))

    async def named_in(self, person_id: int) -> frozenset[int]:
        """The ids of all cases in which the person is named."""
        return frozenset((await self._connection.execute(NAMED_IN, {"person": person_id})).scalars())

    async def decided_in(self, person_id: int, but_for: int) -> frozenset[int]:
        """The ids of all cases in which the person decided anything, but in the place of `but_for`."""
        asked = {"person": person_id, "but_for": but_for}
        return frozenset((await self._connection.execute(DECIDED_IN, asked)).scalars())


@cache
def _cases(shapes: Shapes) -> Select[Any]:
    return CASES.where(*matching(cases, shapes))
