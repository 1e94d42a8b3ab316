"""Open cases in the order in which quality needs them; every statement reads little more than it gives."""

from datetime import datetime

from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.columns import Instant
from core.model.case import Stage

# so many of what is longest overdue are listed by their time: read in the order of its index, and no further
MOST_LATE = 500
STAGES = tuple(stage for stage in Stage if stage not in (Stage.CLOSED, Stage.REFUSED))
# the conditions of the partial indexes, word for word
LATE = text(
    "SELECT case_id FROM ("
    " SELECT * FROM (SELECT duties.case_id AS case_id, duties.due_at AS due"
    "  FROM duties CROSS JOIN cases ON cases.id = duties.case_id"
    "  WHERE duties.done_at IS NULL AND duties.due_at <= :now"
    "  AND cases.site IN :sites AND cases.stage NOT IN ('closed', 'refused')"
    "  ORDER BY duties.due_at LIMIT :most)"
    " UNION ALL"
    " SELECT * FROM (SELECT id, first_reply_due_at FROM cases"
    "  WHERE replied_at IS NULL AND stage NOT IN ('closed', 'refused') AND first_reply_due_at <= :now"
    "  AND site IN :sites ORDER BY first_reply_due_at LIMIT :most)"
    ") GROUP BY case_id ORDER BY min(due), case_id"
).bindparams(bindparam("sites", expanding=True), bindparam("now", type_=Instant))
BY_STAGE = text(
    "SELECT id FROM cases WHERE stage = :stage AND site IN :sites AND id NOT IN :late ORDER BY id LIMIT :most"
).bindparams(bindparam("sites", expanding=True), bindparam("late", expanding=True))


async def open_cases(
    connection: AsyncConnection, sites: tuple[str, ...], now: datetime, most: int, after: int
) -> tuple[int, ...]:
    """The ids: what is overdue first, then stage by stage, the oldest first."""
    asked = {"sites": sites, "now": now, "most": MOST_LATE}
    late = tuple((await connection.execute(LATE, asked)).scalars())
    ids = list(late)
    for stage in STAGES:
        wanted = after + most - len(ids)
        if wanted <= 0:
            break
        asked = {"stage": stage.value, "sites": sites, "late": late, "most": wanted}
        ids += (await connection.execute(BY_STAGE, asked)).scalars()
    return tuple(ids[after : after + most])
