"""Open duties in brief, with the people of their cases, read without the columns that take long to read."""

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Row, Select, Text, bindparam, exists, func, not_, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.statements import Shapes, bound, matching, shapes_of
from bot.storage.tables import cases, duties, parties, persons
from core.model.brief import BriefDuty, BriefParty
from core.model.dossier import RESTRICTED
from core.model.roles import Role

# of thousands of rows each tells its role in words: so many objects that read a word would take longer than the rows
_ROLES: Final[Mapping[str, Role]] = {role.value: role for role in Role}
_ROLE: Final = BriefDuty._fields.index("role")
DUTIES = (
    select(
        duties.c.id,
        duties.c.kind,
        duties.c.case_id,
        duties.c.site,
        type_coerce(duties.c.role, Text),
        duties.c.due_at,
        duties.c.finished_by,
        func.json_extract(duties.c.data, "$.not_by"),
        cases.c.owner_id,
        cases.c.reporter_id,
    )
    .select_from(duties.outerjoin(cases, cases.c.id == duties.c.case_id))
    .where(duties.c.done_at.is_(None))
)
_STAY = (
    exists()
    .where(parties.c.case_id == duties.c.case_id, parties.c.person_id == persons.c.id)
    .where(persons.c.left_on.is_(None))
    .where(not_(func.coalesce(func.json_extract(parties.c.details, f"$.{RESTRICTED}"), 0)))
)
UNATTENDED = DUTIES.where(duties.c.role == Role.EMPLOYEE, duties.c.case_id.is_not(None), not_(_STAY))
PARTIES = select(
    parties.c.case_id,
    parties.c.person_id,
    parties.c.department,
    func.json_extract(parties.c.details, f"$.{RESTRICTED}"),
).where(parties.c.case_id.in_(bindparam("cases", expanding=True)))
DONE = select(duties.c.case_id, duties.c.site, duties.c.rule, duties.c.finished_by, duties.c.done_by).where(
    duties.c.rule.in_(bindparam("rules", expanding=True))
)
OF_CASES = DONE.where(duties.c.case_id.in_(bindparam("cases", expanding=True)))
OF_CALENDAR = DONE.where(duties.c.case_id.is_(None))
# put in order here: asked for it, the database takes a longer way through all rows of one person
_id = attrgetter("id")


class BriefDuties:
    """The part of what waits that rulebooks and the bot itself ask for, within one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def duties(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties whose fields equal these values (a tuple: is one of), oldest first."""
        rows = await self._connection.execute(_duties(shapes_of(equal)), bound(equal))
        return tuple(sorted((_brief(row) for row in rows.all()), key=_id))

    async def unattended(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties of employees in cases that concern nobody, or only people whose last day is known."""
        rows = await self._connection.execute(_unattended(shapes_of(equal)), bound(equal))
        return tuple(sorted((_brief(row) for row in rows.all()), key=_id))

    async def parties(self, case_ids: tuple[int, ...]) -> tuple[BriefParty, ...]:
        """Everybody who is named in one of these cases."""
        rows = await self._connection.execute(PARTIES, {"cases": case_ids})
        return tuple(
            BriefParty(case_id, person_id, department, not restricted)
            for case_id, person_id, department, restricted in rows.all()
        )

    async def doers(
        self, case_ids: tuple[int, ...] | None, rules: tuple[str, ...]
    ) -> tuple[tuple[int | None, str, str, int], ...]:
        """Case, site, rule and person of whoever had a hand in such duties of these cases, or (None) of the calendar."""
        asked = {"rules": rules, "cases": case_ids}
        rows = (
            await self._connection.execute(OF_CALENDAR, {"rules": rules})
            if case_ids is None
            else await self._connection.execute(OF_CASES, asked)
        )
        return tuple((*where, one) for *where, first, second in rows.all() for one in (first, second) if one)


def _brief(row: Row[Any]) -> BriefDuty:
    values: list[Any] = list(row)
    values[_ROLE] = _ROLES.get(values[_ROLE])
    return BriefDuty(*values)


@cache
def _duties(shapes: Shapes) -> Select[Any]:
    return DUTIES.where(*matching(duties, shapes))


@cache
def _unattended(shapes: Shapes) -> Select[Any]:
    return UNATTENDED.where(*matching(duties, shapes))
