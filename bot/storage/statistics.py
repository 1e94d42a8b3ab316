"""Counting over all cases, read in bulk: rows for reports, a hundred thousand at once. Written for SQLite's JSON."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.case_rows import CaseRows, rows_of
from bot.storage.driver_rows import Rows
from bot.storage.open_cases import STAGES
from core.model.negotiation import Contentment
from core.reports.rows import AnswerRow, Asked, CaseRow, ChargeRow, ClockRow, CostRow, EnteredRow, Material


def _joined(*written: str) -> TextClause:
    return text(" ".join(written))


def _statement(*written: str) -> TextClause:
    """Of cases of these sites; `since` and `until` bound an instant, the latter not included."""
    return _joined(*written).bindparams(bindparam("sites", expanding=True))


_WITHIN = "WHERE c.site IN :sites AND c.registered_at >= :since AND c.registered_at < :until"
REGISTERED = CaseRows(_statement, _WITHIN)
# of any number: a list of parameters has its bounds
NAMED = CaseRows(_joined, "WHERE c.id IN (SELECT value FROM json_each(:ids))")
CLOSED = _statement(
    "SELECT c.id FROM cases c WHERE c.site IN :sites"
    " AND c.stage = 'closed' AND c.stage_since >= :since AND c.stage_since < :until ORDER BY c.id"
)
OPEN = _statement(
    "SELECT c.id FROM cases c WHERE c.site IN :sites AND c.registered_at < :until AND c.stage IN :living"
    " UNION ALL SELECT c.id FROM cases c WHERE c.site IN :sites AND c.registered_at < :until"
    " AND c.stage IN ('closed', 'refused') AND c.stage_since >= :until ORDER BY 1"
).bindparams(bindparam("living", expanding=True))
# what fell away by itself was never kept and never missed
CLOCKS = _statement(
    "SELECT k.case_id, coalesce(coalesce(d.finished_at, d.done_at, k.stopped_at) <= k.due_at, 0),"
    " coalesce(d.finished_at, d.done_at, k.stopped_at) IS NOT NULL"
    " FROM deadline_clocks k LEFT JOIN duties d ON k.subject = 'duty' AND d.id = k.subject_id"
    " WHERE k.site IN :sites AND k.due_at >= :since AND k.due_at < :due AND k.case_id IS NOT NULL"
    " AND (k.subject = 'case' OR k.subject = 'duty' AND (d.done_at IS NULL OR d.done_by IS NOT NULL))"
    " ORDER BY k.case_id, k.id"
)
ANSWERS = _statement(
    "SELECT s.case_id, s.answer FROM surveys s JOIN cases c ON c.id = s.case_id"
    " WHERE c.site IN :sites AND s.answer IS NOT NULL AND s.answered_at >= :since AND s.answered_at < :until ORDER BY s.id"
)
COSTS = _statement(
    "SELECT u.case_id, u.costs FROM undertakings u JOIN cases c ON c.id = u.case_id"
    " WHERE c.site IN :sites AND u.done_at >= :since AND u.done_at < :until AND u.dropped_at IS NULL ORDER BY u.id"
)
RECURRENCES = _statement(
    "SELECT l.case_id FROM case_links l JOIN cases c ON c.id = l.case_id"
    " WHERE c.site IN :sites AND l.kind = 'recurrence' AND l.undone_at IS NULL"
    " AND l.linked_at >= :since AND l.linked_at < :until ORDER BY l.id"
)
CHARGES = _statement(
    "SELECT n.case_id, p.employee_no, n.amount FROM notices n JOIN cases c ON c.id = n.case_id"
    " JOIN persons p ON p.id = n.person_id"
    " WHERE c.site IN :sites AND c.registered_at >= :since AND c.registered_at < :until"
    " AND n.lifted_at IS NULL AND n.replaced_by IS NULL ORDER BY n.id"
)
ENTERED = _statement(
    "SELECT kind, value FROM month_figures WHERE site IN :sites AND month IN :months ORDER BY id"
).bindparams(bindparam("months", expanding=True))
COUNT = _statement("SELECT count(*) FROM cases c", _WITHIN)
IDS = _statement("SELECT c.id FROM cases c", _WITHIN, "ORDER BY c.id LIMIT :most")


class TableStatistics:
    """Statistics of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def material(self, asked: Asked) -> Material:
        """Everything that was asked for, without a history."""
        among = _among(asked.begins, asked.ends, asked.sites)
        among |= {"due": _kept(asked.due), "months": asked.months}
        return Material(
            registered=await REGISTERED.read(self._connection, among),
            closed=tuple(row[0] for row in await self._rows(CLOSED, among)),
            open=tuple(row[0] for row in await self._rows(OPEN, among)),
            clocks=tuple(
                ClockRow(case_id, bool(is_kept), bool(is_met))
                for case_id, is_kept, is_met in await self._rows(CLOCKS, among)
            ),
            answers=tuple(
                AnswerRow(case_id, Contentment(answer))
                for case_id, answer in await self._rows(ANSWERS, among)
            ),
            costs=tuple(
                CostRow(case_id, cost["cost_class"], cost["fen"])
                for case_id, costs in await self._rows(COSTS, among)
                for cost in json.loads(costs)
            ),
            entered=tuple(EnteredRow(*row) for row in await self._rows(ENTERED, among)),
            recurrences=tuple(row[0] for row in await self._rows(RECURRENCES, among)),
            charges=tuple(
                ChargeRow(*row) for row in (await self._rows(CHARGES, among) if asked.with_persons else ())
            ),
        )

    async def registered(self, begins: datetime, ends: datetime, sites: tuple[str, ...]) -> int:
        """How many cases were registered between two instants."""
        found: int = (await self._connection.execute(COUNT, _among(begins, ends, sites))).scalar_one()
        return found

    async def registered_ids(
        self, begins: datetime, ends: datetime, sites: tuple[str, ...], most: int
    ) -> tuple[int, ...]:
        """Which they are, by id, at most so many."""
        return tuple(row[0] for row in await self._rows(IDS, _among(begins, ends, sites) | {"most": most}))

    async def rows(self, ids: tuple[int, ...]) -> tuple[CaseRow, ...]:
        """These cases, by id, whenever they were registered."""
        return await NAMED.read(self._connection, {"ids": json.dumps(ids)})

    async def _rows(self, statement: TextClause, among: Mapping[str, object]) -> Rows:
        return await rows_of(self._connection, statement, among)


def _among(begins: datetime, ends: datetime, sites: tuple[str, ...]) -> dict[str, object]:
    return {"sites": sites, "since": _kept(begins), "until": _kept(ends), "living": STAGES}


def _kept(at: datetime) -> str:
    """As the column keeps an instant."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
