"""Take in customers or products, so that they are a button."""

from collections.abc import Sequence
from dataclasses import replace

from core.imports.names import SHELF, DoubleName, Name
from core.imports.plan import Step, Taken
from core.model.imported import Filled, Import, ImportPart
from core.model.remembered import Remembered
from core.ports import UnitOfWork


async def import_names(batch: Import, steps: Sequence[Step], *, uow: UnitOfWork) -> Taken:
    """What was taken in; a name that somebody has used since the file was compared is there already."""
    kind = SHELF[batch.kind]
    entries = {step.name: step for step in steps if isinstance(step, Name)}
    used = {one.name for one in await uow.remembered.where(kind=kind, name=tuple(entries))}
    added = [
        await uow.remembered.add(
            Remembered(kind=kind, name=entry.name, used_at=batch.made_at, language=entry.language)
        )
        for entry in entries.values()
        if entry.name not in used
    ]
    filled = [await _fill(step, uow) for step in steps if isinstance(step, DoubleName)]
    part = ImportPart(
        import_id=batch.id,
        added=tuple(one.id for one in added),
        filled=tuple(one for one in filled if one),
    )
    return Taken(part, len(steps) - len(part.added) - len(part.filled))


async def _fill(double: DoubleName, uow: UnitOfWork) -> Filled | None:
    """Give its language to a customer who has none."""
    known = await uow.remembered.find(double.known.id) if double.known else None
    if known is None or not double.entry.language or known.language:
        return None
    await uow.remembered.put(replace(known, language=double.entry.language))
    return Filled(known.id, {"language": double.entry.language})
