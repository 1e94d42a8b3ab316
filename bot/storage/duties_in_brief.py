"""Open duties in brief, with the people of their cases, read without the columns that take long to read."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Select, Text, bindparam, exists, func, not_, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.driver_rows import THOSE_CASES, driver_rows, instant
from bot.storage.statements import Shapes, bound, matching, shapes_of
from bot.storage.tables import cases, duties, parties, persons
from core.model.brief import BriefDuty, BriefParty
from core.model.dossier import RESTRICTED
from core.model.roles import Role

# of thousands of rows each tells its role in words: so many objects that read a word would take longer than the rows
_ROLES: Final[Mapping[str, Role]] = {role.value: role for role in Role}
DUTIES = (
    select(
        duties.c.id,
        duties.c.kind,
        duties.c.case_id,
        duties.c.site,
        type_coerce(duties.c.role, Text),
        duties.c.due_at,
        duties.c.finished_by,
        func.nullif(func.json_extract(duties.c.data, "$.not_by"), "[]"),
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
).where(parties.c.case_id.in_(THOSE_CASES))
NAMED = select(parties.c.case_id, parties.c.person_id).where(
    parties.c.case_id.in_(THOSE_CASES), parties.c.person_id.in_(bindparam("persons", expanding=True))
)
DONE = select(duties.c.case_id, duties.c.site, duties.c.rule, duties.c.finished_by, duties.c.done_by).where(
    duties.c.rule.in_(bindparam("rules", expanding=True))
)
OF_CASES = DONE.where(duties.c.case_id.in_(THOSE_CASES))
OF_CALENDAR = DONE.where(duties.c.case_id.is_(None))
# put in order here: asked for it, the database takes a longer way through all rows of one person
_id = attrgetter("id")


class BriefDuties:
    """The part of what waits that rulebooks and the bot itself ask for, within one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def duties(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties whose fields equal these values (a tuple: is one of), oldest first."""
        rows = await driver_rows(self._connection, _duties(shapes_of(equal)), bound(equal))
        return tuple(sorted(map(_brief, rows), key=_id))

    async def unattended(self, **equal: object) -> tuple[BriefDuty, ...]:
        """The open duties of employees in cases that concern nobody, or only people whose last day is known."""
        rows = await driver_rows(self._connection, _unattended(shapes_of(equal)), bound(equal))
        return tuple(sorted(map(_brief, rows), key=_id))

    async def parties(self, case_ids: tuple[int, ...]) -> tuple[BriefParty, ...]:
        """Everybody who is named in one of these cases."""
        rows = await driver_rows(self._connection, PARTIES, {"cases": json.dumps(case_ids)})
        return tuple(
            BriefParty(case_id, person_id, department, not restricted)
            for case_id, person_id, department, restricted in rows
        )

    async def named(
        self, case_ids: tuple[int, ...], person_ids: tuple[int, ...]
    ) -> tuple[tuple[int, int], ...]:
        """Case and person, wherever one of these people is named in one of these cases."""
        asked = {"cases": json.dumps(case_ids), "persons": person_ids}
        return tuple(await driver_rows(self._connection, NAMED, asked))

    async def doers(
        self, case_ids: tuple[int, ...] | None, rules: tuple[str, ...]
    ) -> tuple[tuple[int | None, str, str, int], ...]:
        """Case, site, rule and person of whoever had a hand in such duties of these cases, or (None) of the calendar."""
        asked: dict[str, object] = {"rules": rules}
        if case_ids is not None:
            asked["cases"] = json.dumps(case_ids)
        rows = await driver_rows(self._connection, OF_CALENDAR if case_ids is None else OF_CASES, asked)
        return tuple((*where, one) for *where, first, second in rows for one in (first, second) if one)


def _brief(row: Sequence[Any]) -> BriefDuty:
    """Thousands of them: by place."""
    duty_id, kind, case_id, site, role, due_at, *others = row
    return BriefDuty(duty_id, kind, case_id, site, _ROLES.get(role), due_at and instant(due_at), *others)


@cache
def _duties(shapes: Shapes) -> Select[Any]:
    return DUTIES.where(*matching(duties, shapes))


@cache
def _unattended(shapes: Shapes) -> Select[Any]:
    return UNATTENDED.where(*matching(duties, shapes))
