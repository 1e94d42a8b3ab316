"""Whole imports over a unit of work in memory, as the shell makes them over a database."""

from collections.abc import Sequence
from dataclasses import replace

from core.actions.company.import_complaints import learn_all
from core.actions.company.import_part import begin_import, begun_before, finish_import, import_part
from core.actions.company.undo_import import Undone, undo_part, what_was_undone
from core.imports.complaint import Complaint
from core.imports.doubles import compare
from core.imports.known import Known
from core.imports.names import SHELF, Name, compare_names
from core.imports.plan import Plan, plan_complaints, plan_names
from core.model.imported import Doubles, Filled, Import, ImportKind
from tests.fakes import FakeUnitOfWork
from tests.make import NOW

COMPLAINTS = Import(kind=ImportKind.COMPLAINTS, file_name="old.xlsx", sha256="f" * 64, made_at=NOW)
CUSTOMERS = Import(kind=ImportKind.CUSTOMERS, file_name="customers.xlsx", sha256="f" * 64, made_at=NOW)


async def taken(
    uow: FakeUnitOfWork, *entries: Complaint, doubles: Doubles = Doubles.MERGE, at_once: int = 100
) -> Import:
    """Complaints of a file, taken in so many at a time."""
    begun = await begun_before(COMPLAINTS, uow=uow)
    known = Known(entries, uow.company)
    known_to = await learn_all(known, 0, uow=uow)
    plan = plan_complaints(compare(entries, known), doubles)
    return await _whole(uow, begun.batch, plan, doubles, at_once, known_to)


async def taken_names(uow: FakeUnitOfWork, names: Sequence[Name], doubles: Doubles) -> Import:
    """Customers of a file."""
    known = await uow.remembered.where(kind=SHELF[ImportKind.CUSTOMERS])
    return await _whole(uow, CUSTOMERS, plan_names(compare_names(names, known), doubles), doubles, 100, 0)


async def _whole(
    uow: FakeUnitOfWork, source: Import, plan: Plan, doubles: Doubles, at_once: int, known_to: int
) -> Import:
    batch = await begin_import(source, uow=uow)
    for start in range(0, len(plan.steps), at_once):
        steps = plan.steps[start : start + at_once]
        known_to = await import_part(batch.id, steps, doubles, known_to=known_to, uow=uow)
    return await finish_import(batch.id, plan.skipped, uow=uow)


async def brought(uow: FakeUnitOfWork, batch: Import) -> tuple[tuple[int, ...], tuple[Filled, ...]]:
    """The ids of what was added, and what was filled."""
    parts = await uow.import_parts.where(import_id=batch.id)
    return (
        tuple(one for part in parts for one in part.added),
        tuple(one for part in parts for one in part.filled),
    )


async def undone(uow: FakeUnitOfWork, import_id: int) -> Undone:
    """All of it taken back; what its parts keep of that says the same."""
    whole = Undone()
    while (part := await undo_part(import_id, uow=uow)) is not None:
        whole += part
    kept = await what_was_undone(import_id, uow=uow)
    assert replace(kept, stays=()) == replace(whole, stays=())
    assert set(kept.stays) == set(whole.stays)
    return whole
