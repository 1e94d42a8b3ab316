"""Unsettled appeals in brief, with the people of their cases, read without the columns that take long to read."""

import json
from typing import Any, Final

from msgspec import Struct
from msgspec.json import Decoder
from sqlalchemy import BindParameter, ColumnElement, Integer, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.driver_rows import THOSE_CASES, driver_rows, instant
from bot.storage.tables import appeals, cases, decisions, evidence, figures, notices, parties
from core.model.brief import BriefAppeal, HeardAppeal, PartTakers
from core.model.evidence import Holder
from core.model.notice import AppealState
from core.rules.appeal.appeal_route import EMPLOYEE


class _Route(Struct):
    by: str
    to: str


class _Routes(Struct):
    """What is read of an assessment, which is long."""

    appeals: tuple[_Route, ...] = ()


_routes_in: Final = Decoder(_Routes).decode


def _ids(column: ColumnElement[Any], case_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """Those ids in all rows of the case, between commas."""
    return func.coalesce(select(func.group_concat(column)).where(case_id == cases.c.id).scalar_subquery(), "")


UNSETTLED = appeals.c.state.in_((AppealState.LATE, AppealState.OPEN))
ANSWERED = exists().where(
    evidence.c.holder == Holder.APPEAL,
    evidence.c.holder_id == appeals.c.id,
    evidence.c.received_by == cases.c.owner_id,
)
PERSON: BindParameter[int] = bindparam("person", type_=Integer)
HEARD = (
    select(appeals.c.id, appeals.c.case_id, appeals.c.answers_due_at, appeals.c.hearer_id, ANSWERED)
    .select_from(appeals.join(cases, cases.c.id == appeals.c.case_id))
    .where(UNSETTLED, appeals.c.hearer_id.is_not(None))
    .where(or_(appeals.c.hearer_id == PERSON, cases.c.owner_id == PERSON))
)
UNHEARD = (
    select(
        appeals.c.id,
        appeals.c.case_id,
        appeals.c.answers_due_at,
        figures.c.answer,
        cases.c.site,
        cases.c.rulebook,
        cases.c.owner_id,
        cases.c.reporter_id,
    )
    .select_from(
        appeals.join(cases, cases.c.id == appeals.c.case_id)
        .join(notices, notices.c.id == appeals.c.notice_id)
        .outerjoin(
            figures, (figures.c.case_id == appeals.c.case_id) & (figures.c.version == notices.c.version)
        )
    )
    .where(UNSETTLED, appeals.c.hearer_id.is_(None), cases.c.site.in_(bindparam("sites", expanding=True)))
)
PART_TAKERS = select(
    cases.c.id,
    _ids(parties.c.person_id, parties.c.case_id),
    _ids(parties.c.named_by, parties.c.case_id),
    _ids(decisions.c.person_id, decisions.c.case_id),
).where(cases.c.id.in_(THOSE_CASES))


class BriefAppeals:
    """The part of what waits that people have asked for who do not agree, within one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def appeals_of(self, person_id: int) -> tuple[HeardAppeal, ...]:
        """Unsettled appeals that the person hears, or that somebody hears whose case they lead, oldest first."""
        rows = await driver_rows(self._connection, HEARD, {"person": person_id})
        return tuple(
            HeardAppeal(appeal_id, case_id, due_at and instant(due_at), hearer_id, bool(is_answered))
            for appeal_id, case_id, due_at, hearer_id, is_answered in sorted(rows)
        )

    async def appeals_unheard(self, sites: tuple[str, ...]) -> tuple[BriefAppeal, ...]:
        """Unsettled appeals at these sites that nobody hears yet, oldest first."""
        rows = await driver_rows(self._connection, UNHEARD, {"sites": sites})
        return tuple(
            BriefAppeal(appeal_id, case_id, due_at and instant(due_at), _office(answer), *others)
            for appeal_id, case_id, due_at, answer, *others in sorted(rows)
        )

    async def part_takers(self, case_ids: tuple[int, ...]) -> dict[int, PartTakers]:
        """Of each of these cases who is named in it, who named them, and who decided."""
        rows = await driver_rows(self._connection, PART_TAKERS, {"cases": json.dumps(case_ids)})
        return {case_id: PartTakers(*people) for case_id, *people in rows}


def _office(answer: str | None) -> str:
    """What the assessment has hear an employee; empty where it names none."""
    routes = _routes_in(answer).appeals if answer else ()
    return next((route.to for route in routes if route.by == EMPLOYEE), "")
