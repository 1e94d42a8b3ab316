"""Open cases in the order in which quality needs them; every statement reads little more than it gives."""

from datetime import datetime

from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.columns import Instant
from core.model.case import Stage

# the longest overdue are listed by their time; a company with more of them than this has other worries
MOST_LATE = 500
STAGES = tuple(stage for stage in Stage if stage not in (Stage.CLOSED, Stage.REFUSED))
# the conditions of the partial indexes, word for word
LATE = text(
    "SELECT case_id FROM ("
    " SELECT case_id, due_at AS due FROM duties"
    " WHERE done_at IS NULL AND due_at <= :now AND case_id IS NOT NULL"
    " UNION ALL SELECT id, first_reply_due_at FROM cases"
    " WHERE replied_at IS NULL AND stage NOT IN ('closed', 'refused') AND first_reply_due_at <= :now"
    ") AS late WHERE EXISTS (SELECT 1 FROM cases WHERE cases.id = late.case_id"
    " AND cases.site IN :sites AND cases.stage NOT IN ('closed', 'refused'))"
    " GROUP BY case_id ORDER BY min(due), case_id LIMIT :most"
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
