"""Duties, cases and appeals in brief, read without the columns that take long to read."""

from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    exists,
    func,
    or_,
    select,
    true,
)

from bot.storage.duties_in_brief import BriefDuties
from bot.storage.statements import Shapes, bound, matching, shapes_of
from bot.storage.tables import appeals, cases, decisions, evidence, figures, notices, parties
from core.model.brief import BriefAppeal, BriefCase
from core.model.case import Stage
from core.model.evidence import Holder
from core.model.notice import AppealState
from core.rules.appeal.appeal_route import EMPLOYEE

CASES = select(cases.c.id, cases.c.first_reply_due_at)


def _ids(column: ColumnElement[Any], case_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """Those ids in all rows of the appeal's case, between commas."""
    return func.coalesce(
        select(func.group_concat(column)).where(case_id == appeals.c.case_id).scalar_subquery(), ""
    )


_ROUTES = func.json_each(figures.c.answer, "$.appeals").table_valued("key", "value")
OFFICE = (
    select(func.json_extract(_ROUTES.c.value, "$.to"))
    .select_from(figures.join(_ROUTES, true()))
    .where(figures.c.case_id == appeals.c.case_id, figures.c.version == notices.c.version)
    .where(func.json_extract(_ROUTES.c.value, "$.by") == EMPLOYEE)
    .order_by(_ROUTES.c.key)
    .limit(1)
    .scalar_subquery()
)
ANSWERED = exists().where(
    evidence.c.holder == Holder.APPEAL,
    evidence.c.holder_id == appeals.c.id,
    evidence.c.received_by == cases.c.owner_id,
)
APPEALS = (
    select(
        appeals.c.id,
        appeals.c.case_id,
        appeals.c.answers_due_at,
        appeals.c.hearer_id,
        cases.c.site,
        cases.c.rulebook,
        cases.c.owner_id,
        cases.c.reporter_id,
        func.coalesce(OFFICE, ""),
        _ids(parties.c.person_id, parties.c.case_id),
        _ids(parties.c.named_by, parties.c.case_id),
        _ids(decisions.c.person_id, decisions.c.case_id),
        ANSWERED,
    )
    .select_from(
        appeals.join(cases, cases.c.id == appeals.c.case_id).join(
            notices, notices.c.id == appeals.c.notice_id
        )
    )
    .where(appeals.c.state.in_((AppealState.LATE, AppealState.OPEN)))
)
PERSON: BindParameter[int] = bindparam("person", type_=Integer)
HEARD = APPEALS.where(
    appeals.c.hearer_id.is_not(None), or_(appeals.c.hearer_id == PERSON, cases.c.owner_id == PERSON)
)
UNHEARD = APPEALS.where(appeals.c.hearer_id.is_(None), cases.c.site.in_(bindparam("sites", expanding=True)))
IN_STAGES = select(cases.c.id).where(cases.c.stage.in_(bindparam("stages", expanding=True)))
NAMED_IN = select(parties.c.case_id).where(parties.c.person_id == PERSON)
DECIDED_IN = select(decisions.c.case_id).where(
    decisions.c.person_id == PERSON, decisions.c.for_id.is_distinct_from(bindparam("but_for", type_=Integer))
)
# put in order here: asked for it, the database takes a longer way through all rows of one person
_id = attrgetter("id")


class TableWaits(BriefDuties):
    """What waits, within one transaction."""

    async def cases(self, **equal: object) -> tuple[BriefCase, ...]:
        """The cases whose fields equal these values, oldest first."""
        rows = await self._connection.execute(_cases(shapes_of(equal)), bound(equal))
        return tuple(sorted((BriefCase(*row) for row in rows.all()), key=_id))

    async def case_ids(self, stages: tuple[Stage, ...]) -> tuple[int, ...]:
        """The ids of all cases in these stages, in order."""
        rows = await self._connection.execute(IN_STAGES, {"stages": stages})
        return tuple(sorted(rows.scalars()))

    async def appeals_of(self, person_id: int) -> tuple[BriefAppeal, ...]:
        """Unsettled appeals that the person hears, or that somebody hears whose case they lead, oldest first."""
        return await self._appeals(HEARD, person=person_id)

    async def appeals_unheard(self, sites: tuple[str, ...]) -> tuple[BriefAppeal, ...]:
        """Unsettled appeals at these sites that nobody hears yet, oldest first."""
        return await self._appeals(UNHEARD, sites=sites)

    async def named_in(self, person_id: int) -> frozenset[int]:
        """The ids of all cases in which the person is named."""
        return frozenset((await self._connection.execute(NAMED_IN, {"person": person_id})).scalars())

    async def decided_in(self, person_id: int, but_for: int) -> frozenset[int]:
        """The ids of all cases in which the person decided anything, but in the place of `but_for`."""
        asked = {"person": person_id, "but_for": but_for}
        return frozenset((await self._connection.execute(DECIDED_IN, asked)).scalars())

    async def _appeals(self, statement: Select[Any], **asked: object) -> tuple[BriefAppeal, ...]:
        rows = await self._connection.execute(statement, asked)
        return tuple(sorted((BriefAppeal(*row) for row in rows.all()), key=_id))


@cache
def _cases(shapes: Shapes) -> Select[Any]:
    return CASES.where(*matching(cases, shapes))
