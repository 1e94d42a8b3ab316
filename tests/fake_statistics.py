"""Statistics in memory: counts what the shelves hold, case by case, as the real ones count in the database."""

from datetime import datetime
from typing import Any

from core.finding.case_words import product_of
from core.model.case import Case, Stage
from core.model.case_link import LinkKind
from core.model.deadline_clock import Subject
from core.model.dossier import CAUSE
from core.reports.rows import AnswerRow, Asked, CaseRow, ChargeRow, ClockRow, CostRow, EnteredRow, Material

OVER = (Stage.CLOSED, Stage.REFUSED)


class FakeStatistics:
    """Reads everything anew at every question."""

    def __init__(self, uow: Any) -> None:
        self._uow = uow

    async def material(self, asked: Asked) -> Material:
        begins, ends, sites, months = asked.begins, asked.ends, asked.sites, asked.months
        uow = self._uow
        cases = {case.id: case for case in await uow.cases.where(site=sites)}
        within = [case for case in cases.values() if begins <= case.registered_at < ends]
        ids = {case.id for case in within}
        persons = {person.id: person for person in await uow.persons.where()}
        return Material(
            registered=tuple([await self._row(case) for case in within]),
            closed=tuple(
                case.id
                for case in cases.values()
                if case.stage is Stage.CLOSED and begins <= case.stage_since < ends
            ),
            open=tuple(case.id for case in cases.values() if _was_open(case, ends)),
            clocks=await self._clocks(begins, asked.due, sites),
            answers=tuple(
                AnswerRow(one.case_id, one.answer)
                for one in await uow.surveys.where()
                if one.case_id in cases and one.answered_at and begins <= one.answered_at < ends
            ),
            costs=tuple(
                CostRow(one.case_id, cost.cost_class.value, cost.fen)
                for one in await uow.undertakings.where(dropped_at=None)
                if one.case_id in cases and one.done_at and begins <= one.done_at < ends
                for cost in one.costs
            ),
            entered=tuple(
                EnteredRow(one.kind.value, one.value)
                for one in await uow.month_figures.where(site=sites, month=months)
            ),
            recurrences=tuple(
                link.case_id
                for link in await uow.case_links.where(kind=LinkKind.RECURRENCE, undone_at=None)
                if link.case_id in cases and begins <= link.linked_at < ends
            ),
            charges=tuple(
                ChargeRow(one.case_id, persons[one.person_id].employee_no, one.amount.fen)
                for one in await uow.notices.where()
                if asked.with_persons and one.case_id in ids and one.is_standing
            ),
        )

    async def registered(self, begins: datetime, ends: datetime, sites: tuple[str, ...]) -> int:
        return sum(begins <= case.registered_at < ends for case in await self._uow.cases.where(site=sites))

    async def registered_ids(
        self, begins: datetime, ends: datetime, sites: tuple[str, ...], most: int
    ) -> tuple[int, ...]:
        within = await self._uow.cases.where(site=sites)
        return tuple(case.id for case in within if begins <= case.registered_at < ends)[:most]

    async def rows(self, ids: tuple[int, ...]) -> tuple[CaseRow, ...]:
        return tuple([await self._row(case) for case in await self._uow.cases.where(id=ids)])

    async def _clocks(self, begins: datetime, due: datetime, sites: tuple[str, ...]) -> tuple[ClockRow, ...]:
        duties = {duty.id: duty for duty in await self._uow.duties.where()}
        found = []
        for clock in await self._uow.deadline_clocks.where(site=sites):
            duty = duties.get(clock.subject_id) if clock.subject is Subject.DUTY else None
            is_counted = clock.subject is Subject.CASE or (duty is not None and not duty.has_fallen_away)
            if is_counted and clock.case_id is not None and begins <= clock.due_at < due:
                met_at = (duty.finished_at or duty.done_at if duty else None) or clock.stopped_at
                found.append(
                    ClockRow(clock.case_id, met_at is not None and met_at <= clock.due_at, met_at is not None)
                )
        return tuple(found)

    async def _row(self, case: Case) -> CaseRow:
        put = next(iter(await self._uow.figures.latest(1, case_id=case.id)), None)
        plans = await self._uow.corrective_plans.latest(1, by="round", case_id=case.id)
        plan = plans[0] if plans else None
        parties = await self._uow.parties.where(case_id=case.id)
        return CaseRow(
            id=case.id,
            number=case.number,
            site=case.site,
            rulebook=case.rulebook,
            customer=case.customer,
            product=product_of(case),
            cause=str(case.facts.get(CAUSE, "")),
            cause_class=plan.cause_class if plan else "",
            grade=put.grade if put else "",
            stage=case.stage,
            registered_at=case.registered_at,
            departments=tuple(sorted({party.department for party in parties})),
            loss=put.direct_loss.fen if put and put.direct_loss is not None else None,
            charged=put.charged.fen if put and put.charged is not None else None,
            borne=put.borne.fen if put and put.borne is not None else None,
            is_imported=case.import_id is not None,
        )


def _was_open(case: Case, at: datetime) -> bool:
    return case.registered_at < at and (case.stage not in OVER or case.stage_since >= at)
