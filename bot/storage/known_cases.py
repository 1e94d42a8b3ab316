"""All cases in brief, page by page, for what earlier records are compared with."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import cases
from core.imports.known import KnownCase

PAGE = (
    select(
        cases.c.id,
        cases.c.number,
        cases.c.site,
        cases.c.customer,
        cases.c.order_no,
        cases.c.part_no,
        cases.c.product,
        cases.c.received_at,
        cases.c.import_id,
    )
    .where(cases.c.id > bindparam("after"))
    .order_by(cases.c.id)
    .limit(bindparam("most"))
)


class TableKnownCases:
    """The cases as they are stored."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def after(self, case_id: int, most: int) -> tuple[KnownCase, ...]:
        """The `most` cases that come next after that id."""
        rows = await self._connection.execute(PAGE, {"after": case_id, "most": most})
        return tuple(KnownCase(*row) for row in rows.all())
