"""A whole import beside a bot at work: compared without a lock, then taken in by many short transactions, with rests."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.points import Point, reached
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.company.import_complaints import learn_all
from core.actions.company.import_part import (
    AT_ONCE,
    Begun,
    begin_import,
    begun_before,
    finish_import,
    import_part,
)
from core.actions.company.undo_import import Undone, undo_part
from core.imports.complaint import Complaint, read_complaints
from core.imports.doubles import Compared, compare
from core.imports.known import Known
from core.imports.names import SHELF, ComparedNames, DoubleName, Name, compare_names, read_names
from core.imports.plan import Plan, Step, plan_complaints, plan_names
from core.model.company import Company
from core.model.imported import Doubles, Import, ImportKind
from core.model.staff import StaffFault, StaffRow
from core.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Aside:
    """Work beside the bot: `now` is its clock, `on_part` gets how many lines are done, of how many."""

    now: Callable[[], datetime]
    on_part: Callable[[int, int], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The import, and what its lines are beside what was there before it.

    `is_done` says of a step whether the import has taken it before it was interrupted; cases were looked at up to the
    id `known_to`.
    """

    batch: Import
    compared: Compared | ComparedNames
    is_done: Callable[[Step], bool]
    known_to: int = 0

    def planned(self, doubles: Doubles) -> Plan:
        """What is still to be done."""
        compared = self.compared
        if isinstance(compared, Compared):
            plan = plan_complaints(compared, doubles)
        else:
            plan = plan_names(compared, doubles)
        return Plan(tuple(step for step in plan.steps if not self.is_done(step)), plan.skipped)


@dataclass(frozen=True, slots=True)
class Entries:
    """Complaints or names, as the kind has it, or every fault."""

    entries: tuple[Any, ...]
    faults: tuple[StaffFault, ...]


def entries_in(kind: ImportKind, rows: Iterable[StaffRow], company: Company, now: datetime) -> Entries:
    """What the rows of a file say; no day of a complaint is after today."""
    if kind is ImportKind.COMPLAINTS:
        complaints = read_complaints(rows, company, company.day_at(company.sites[0].id, now))
        return Entries(complaints.entries, complaints.faults)
    names = read_names(kind, rows, company)
    return Entries(names.entries, names.faults)


async def prepare(
    source: Import, entries: tuple[Any, ...], units: UnitsOfWork, now: Callable[[], datetime]
) -> Prepared:
    """Compare the file with what is there, as if nothing of it had come yet."""
    async with units.reading(now()) as uow:
        begun = await begun_before(source, uow=uow)
        if source.kind is not ImportKind.COMPLAINTS:
            return await _names_prepared(source, entries, begun, uow)
        known = await asyncio.to_thread(Known, entries, uow.company, begun.batch.id)
        known_to = await learn_all(known, 0, uow=uow)
        return Prepared(
            batch=begun.batch,
            compared=await asyncio.to_thread(compare, entries, known),
            is_done=lambda step: isinstance(step, Complaint) and known.has_brought(step),
            known_to=known_to,
        )


async def _names_prepared(
    source: Import, entries: tuple[Name, ...], begun: Begun, uow: UnitOfWork
) -> Prepared:
    remembered = await uow.remembered.where(kind=SHELF[source.kind])
    brought = {one.name for one in remembered if one.id in begun.brought}

    def is_done(step: Step) -> bool:
        if isinstance(step, DoubleName):
            return step.known is not None and step.known.id in begun.filled
        return isinstance(step, Name) and step.name in brought

    before = (one for one in remembered if one.id not in begun.brought)
    return Prepared(batch=begun.batch, compared=compare_names(entries, before), is_done=is_done)


async def take_all(prepared: Prepared, doubles: Doubles, units: UnitsOfWork, aside: Aside) -> Import:
    """Begin, take in part by part, finish."""
    async with units.open(aside.now()) as uow:
        batch = await begin_import(prepared.batch, uow=uow)
    skipped = await take_parts(batch.id, prepared, doubles, units, aside)
    async with units.open(aside.now()) as uow:
        return await finish_import(batch.id, skipped, uow=uow)


async def take_parts(
    import_id: int, prepared: Prepared, doubles: Doubles, units: UnitsOfWork, aside: Aside
) -> int:
    """Of an import that has begun; how many lines were left out from the beginning.

    After each part the bot has as long as that took.
    """
    plan, known_to = prepared.planned(doubles), prepared.known_to
    for start in range(0, len(plan.steps), AT_ONCE):
        began = time.monotonic()
        async with units.open(aside.now()) as uow:
            steps = plan.steps[start : start + AT_ONCE]
            known_to = await import_part(import_id, steps, doubles, known_to=known_to, uow=uow)
            reached(Point.IMPORT_PART)
        reached(Point.IMPORT_PART)
        await aside.on_part(start + len(steps), len(plan.steps))
        await asyncio.sleep(time.monotonic() - began)
    return plan.skipped


async def _nothing_more(_uow: UnitOfWork) -> None: ...


async def undo_all(
    import_id: int,
    units: UnitsOfWork,
    now: Callable[[], datetime],
    at_end: Callable[[UnitOfWork], Awaitable[None]] = _nothing_more,
) -> Undone:
    """Take it back part by part; what was interrupted goes on where it stopped. `at_end` is part of the last transaction."""
    undone = Undone()
    while True:
        began = time.monotonic()
        async with units.open(now()) as uow:
            part = await undo_part(import_id, uow=uow)
            if part is None:
                await at_end(uow)
            reached(Point.IMPORT_PART)
        reached(Point.IMPORT_PART)
        if part is None:
            return undone
        undone += part
        await asyncio.sleep(time.monotonic() - began)
