"""Cases as reports read them: a hundred thousand at once, each kind of thing in one question. Written for SQLite."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import TextClause
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.driver_rows import Rows, driver_rows, instant
from core.model.case import Stage
from core.reports.rows import CaseRow

_CASES: Final = (
    "SELECT c.id, c.number, c.site, c.rulebook, c.customer,"
    " CASE c.part_no WHEN '' THEN c.product ELSE c.part_no END, coalesce(json_extract(c.facts, '$.cause'), ''),"
    " c.stage, c.registered_at, c.import_id IS NOT NULL FROM cases c"
)
# of several rows of a case SQLite gives the columns of the one with the greatest id
_FIGURES: Final = "SELECT f.case_id, max(f.id), f.grade, f.direct_loss, f.charged, f.borne FROM figures f WHERE f.case_id IN"
_PLANS: Final = "SELECT p.case_id, max(p.id), p.cause_class FROM corrective_plans p WHERE p.case_id IN"
_DEPARTMENTS: Final = "SELECT p.case_id, p.department FROM parties p WHERE p.case_id IN"
_NOT_PUT: Final = ("", None, None, None)
_STAGES: Final = {stage.value: stage for stage in Stage}


class CaseRows:
    """The questions for some cases: those of `which`, a condition on cases `c` that `statement` makes one of."""

    def __init__(self, statement: Callable[..., TextClause], which: str) -> None:
        ids = ("(SELECT c.id FROM cases c", which, ")")
        self._cases = statement(_CASES, which, "ORDER BY c.id")
        self._figures = statement(_FIGURES, *ids, "GROUP BY f.case_id")
        self._plans = statement(_PLANS, *ids, "GROUP BY p.case_id")
        self._departments = statement(_DEPARTMENTS, *ids)

    async def read(self, connection: AsyncConnection, among: Mapping[str, object]) -> tuple[CaseRow, ...]:
        """The cases, by id."""
        departments: dict[int, tuple[str, ...]] = {}
        for case_id, department in await rows_of(connection, self._departments, among):
            known = departments.get(case_id, ())
            departments[case_id] = known if department in known else tuple(sorted((*known, department)))
        figures = {row[0]: row[2:] for row in await rows_of(connection, self._figures, among)}
        plans = {row[0]: row[2] for row in await rows_of(connection, self._plans, among)}
        return tuple(
            _case(row, plans.get(row[0]), figures.get(row[0], _NOT_PUT), departments.get(row[0], ()))
            for row in await rows_of(connection, self._cases, among)
        )


async def rows_of(connection: AsyncConnection, statement: TextClause, among: Mapping[str, object]) -> Rows:
    """All rows, as the driver gives them; `among` may know more than the statement asks for."""
    known = {name: among[name] for name in statement.compile().params}
    return await driver_rows(connection, statement, known)


def _case(row: Any, cause_class: str | None, put: Sequence[Any], departments: tuple[str, ...]) -> CaseRow:  # noqa: ANN401 - see Rows
    """A hundred thousand of them: by place, and without the enum's own slow call."""
    case_id, number, site, rulebook, customer, product, cause, stage, at, is_imported = row
    grade, loss, charged, borne = put
    return CaseRow(
        *(case_id, number, site, rulebook, customer, product, cause),
        cause_class or "",
        grade or "",
        _STAGES[stage],
        instant(at),
        *(loss, charged, borne),
        departments,
        bool(is_imported),
    )
