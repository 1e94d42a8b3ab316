"""Duties and cases in brief, out of the shelves in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model.brief import BriefCase, BriefDuty

if TYPE_CHECKING:
    from core.model.duty import Duty
    from tests.fakes import FakeUnitOfWork


class FakeWaits:
    """As the tables give them."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self._uow = uow

    async def duties(self, **equal: object) -> tuple[BriefDuty, ...]:
        found = await self._uow.duties.where(**equal, done_at=None)
        return tuple([await self._brief(duty) for duty in found])

    async def cases(self, **equal: object) -> tuple[BriefCase, ...]:
        found = await self._uow.cases.where(**equal)
        return tuple(BriefCase(case.id, case.first_reply_due_at) for case in found)

    async def _brief(self, duty: Duty) -> BriefDuty:
        case = await self._uow.cases.find(duty.case_id or 0)
        parties = await self._uow.parties.where(case_id=duty.case_id) if duty.case_id else ()
        return BriefDuty(
            id=duty.id,
            kind=duty.kind,
            case_id=duty.case_id,
            site=duty.site,
            role=duty.role,
            due_at=duty.due_at,
            finished_by=duty.finished_by,
            is_kept_apart=bool(duty.data.get("not_by")),
            leads=case.owner_id if case else None,
            reported=case.reporter_id if case else None,
            named=",".join(str(party.person_id) for party in parties),
        )
