"""All cases in brief, out of the shelf in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.imports.known import KnownCase

if TYPE_CHECKING:
    from tests.fakes import FakeUnitOfWork


class FakeKnownCases:
    """As the table gives them."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self._uow = uow

    async def after(self, case_id: int, most: int) -> tuple[KnownCase, ...]:
        found = [one for one in await self._uow.cases.where() if one.id > case_id]
        return tuple(
            KnownCase(**{name: getattr(one, name) for name in KnownCase._fields}) for one in found[:most]
        )
