"""Duties, cases and appeals in brief, out of the shelves in memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from core.model.brief import BriefAppeal, BriefCase, BriefDuty, BriefParty, HeardAppeal, PartTakers
from core.model.dossier import charged
from core.model.evidence import Holder
from core.model.notice import Appeal, AppealState
from core.model.roles import Role

if TYPE_CHECKING:
    from core.model.case import Stage
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

    async def case_ids(self, stages: tuple[Stage, ...]) -> tuple[int, ...]:
        return tuple(one.id for one in await self._uow.cases.where(stage=stages))

    async def appeals_of(self, person_id: int) -> tuple[HeardAppeal, ...]:
        every = [await self._heard(one) for one in await self._unsettled() if one.hearer_id is not None]
        leads = {case.id for case in await self._uow.cases.where(owner_id=person_id)}
        return tuple(one for one in every if one.hearer_id == person_id or one.case_id in leads)

    async def appeals_unheard(self, sites: tuple[str, ...]) -> tuple[BriefAppeal, ...]:
        every = [await self._brief_appeal(one) for one in await self._unsettled() if one.hearer_id is None]
        return tuple(one for one in every if one.site in sites)

    async def named_in(self, person_id: int) -> frozenset[int]:
        return frozenset(one.case_id for one in await self._uow.parties.where(person_id=person_id))

    async def decided_in(self, person_id: int, but_for: int) -> frozenset[int]:
        decisions = await self._uow.decisions.where(person_id=person_id)
        return frozenset(one.case_id for one in decisions if one.for_id != but_for)

    async def _unsettled(self) -> tuple[Appeal, ...]:
        return await self._uow.appeals.where(state=(AppealState.LATE, AppealState.OPEN))

    async def _heard(self, appeal: Appeal) -> HeardAppeal:
        case = await self._uow.cases.get(appeal.case_id)
        pieces = await self._uow.evidence.where(
            holder=Holder.APPEAL, holder_id=appeal.id, received_by=case.owner_id
        )
        return HeardAppeal(
            id=appeal.id,
            case_id=appeal.case_id,
            due_at=appeal.answers_due_at,
            hearer_id=appeal.hearer_id or 0,
            is_answered=bool(pieces),
        )

    async def _brief_appeal(self, appeal: Appeal) -> BriefAppeal:
        case, of_case = await self._uow.cases.get(appeal.case_id), {"case_id": appeal.case_id}
        version = (await self._uow.notices.get(appeal.notice_id)).version
        figures = await self._uow.figures.one(**of_case, version=version)
        routes: Any = figures.answer["appeals"] if figures else ()
        return BriefAppeal(
            id=appeal.id,
            case_id=appeal.case_id,
            due_at=appeal.answers_due_at,
            office=next((one["to"] for one in routes if one["by"] == "employee"), ""),
            site=case.site,
            rulebook=case.rulebook,
            leads=case.owner_id,
            reported=case.reporter_id,
        )

    async def part_takers(self, case_ids: tuple[int, ...]) -> dict[int, PartTakers]:
        return {case_id: await self._parts_in(case_id) for case_id in case_ids}

    async def _parts_in(self, case_id: int) -> PartTakers:
        parties = await self._uow.parties.where(case_id=case_id)
        decisions = await self._uow.decisions.where(case_id=case_id)
        return PartTakers(
            named=",".join(str(one.person_id) for one in parties),
            named_by=",".join(str(one.named_by) for one in parties),
            decided=",".join(str(one.person_id) for one in decisions),
        )

    async def unattended(self, **equal: object) -> tuple[BriefDuty, ...]:
        open_now = await self.duties(role=Role.EMPLOYEE, **equal)
        return tuple([one for one in open_now if one.case_id and not await self._is_attended(one.case_id)])

    async def _is_attended(self, case_id: int) -> bool:
        paying = charged(await self._uow.parties.where(case_id=case_id))
        return any([(await self._uow.persons.get(one.person_id)).left_on is None for one in paying])

    async def parties(self, case_ids: tuple[int, ...]) -> tuple[BriefParty, ...]:
        found = await self._uow.parties.where(case_id=case_ids)
        paying = charged(found)
        return tuple(BriefParty(one.case_id, one.person_id, one.department, one in paying) for one in found)

    async def named(
        self, case_ids: tuple[int, ...], person_ids: tuple[int, ...]
    ) -> tuple[tuple[int, int], ...]:
        found = await self._uow.parties.where(case_id=case_ids, person_id=person_ids)
        return tuple((one.case_id, one.person_id) for one in found)

    async def doers(
        self, case_ids: tuple[int, ...] | None, rules: tuple[str, ...]
    ) -> tuple[tuple[int | None, str, str, int], ...]:
        found = await self._uow.duties.where(case_id=case_ids, rule=rules)
        return tuple((one.case_id, one.site, one.rule, person) for one in found for person in one.doers())

    async def _brief(self, duty: Duty) -> BriefDuty:
        case = await self._uow.cases.find(duty.case_id or 0)
        return BriefDuty(
            id=duty.id,
            kind=duty.kind,
            case_id=duty.case_id,
            site=duty.site,
            role=duty.role,
            due_at=duty.due_at,
            finished_by=duty.finished_by,
            apart=json.dumps(_apart(duty)) if _apart(duty) else None,
            leads=case.owner_id if case else None,
            reported=case.reporter_id if case else None,
        )


def _apart(duty: Duty) -> list[object]:
    rules = duty.data.get("not_by")
    return list(rules) if isinstance(rules, list | tuple) else []
