"""A whole import beside a bot at work: compared without a lock, then taken in by many short transactions, with rests."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.storage.unit_of_work import UnitsOfWork
from core.actions.company.import_complaints import learn_all
from core.actions.company.import_part import AT_ONCE, begin_import, begun_before, finish_import, import_part
from core.actions.company.undo_import import Undone, undo_part
from core.imports.doubles import Compared, compare
from core.imports.known import Known
from core.imports.names import SHELF, ComparedNames, compare_names
from core.imports.plan import Plan, plan_complaints, plan_names
from core.model.imported import Doubles, Import, ImportKind


@dataclass(frozen=True, slots=True)
class Prepared:
    """The import, what its lines are beside what is there, and up to which id the cases were looked at."""

    batch: Import
    compared: Compared | ComparedNames
    known_to: int = 0

    def planned(self, doubles: Doubles) -> Plan:
        """What is to be done."""
        if isinstance(self.compared, Compared):
            return plan_complaints(self.compared, doubles)
        return plan_names(self.compared, doubles)


async def prepare(source: Import, entries: tuple[Any, ...], units: UnitsOfWork) -> Prepared:
    """Compare the file with what is there; what it brought before it was interrupted is left out."""
    async with units.reading(_now()) as uow:
        begun = await begun_before(source, uow=uow)
        if source.kind is not ImportKind.COMPLAINTS:
            names = compare_names(entries, await uow.remembered.where(kind=SHELF[source.kind]))
            others = tuple(one for one in names.doubles if not one.known or one.known.id not in begun.brought)
            return Prepared(begun.batch, replace(names, doubles=others))
        known = Known(entries, uow.company)
        known_to = await learn_all(known, 0, uow=uow)
        compared = compare(entries, known)
        doubles = tuple(one for one in compared.doubles if not one.case or one.case.id not in begun.brought)
        return Prepared(begun.batch, replace(compared, doubles=doubles), known_to)


async def take_all(
    prepared: Prepared, doubles: Doubles, units: UnitsOfWork, on_part: Callable[[int, int], None]
) -> Import:
    """Begin, take in part by part, finish; after each part the bot has as long as that took.

    `on_part` gets how many lines are done, of how many.
    """
    plan = prepared.planned(doubles)
    async with units.open(_now()) as uow:
        batch = await begin_import(prepared.batch, uow=uow)
    known_to = prepared.known_to
    for start in range(0, len(plan.steps), AT_ONCE):
        began = time.monotonic()
        async with units.open(_now()) as uow:
            steps = plan.steps[start : start + AT_ONCE]
            known_to = await import_part(batch.id, steps, doubles, known_to=known_to, uow=uow)
        on_part(start + len(steps), len(plan.steps))
        await asyncio.sleep(time.monotonic() - began)
    async with units.open(_now()) as uow:
        return await finish_import(batch.id, plan.skipped, uow=uow)


async def undo_all(import_id: int, units: UnitsOfWork) -> Undone:
    """Take it back part by part; what was interrupted goes on where it stopped."""
    undone = Undone()
    while True:
        began = time.monotonic()
        async with units.open(_now()) as uow:
            part = await undo_part(import_id, uow=uow)
        if part is None:
            return undone
        undone += part
        await asyncio.sleep(time.monotonic() - began)


def _now() -> datetime:
    return datetime.now(UTC)
