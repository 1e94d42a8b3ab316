"""Take in an import part by part, each in a transaction of its own, so that the bot goes on meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.actions.company.import_complaints import import_complaints
from core.actions.company.import_names import import_names
from core.errors import NoSuchThing, NotAllowed
from core.imports.plan import Step
from core.model.imported import Doubles, Import, ImportKind
from core.model.log import LogRow
from core.ports import UnitOfWork

# so many lines are one part: a bot at work waits for one no longer than for a press
AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Begun:
    """An import with what it has brought and filled before: ids of cases or names. It is new where it has no id."""

    batch: Import
    brought: frozenset[int] = frozenset()
    filled: frozenset[int] = frozenset()


async def begun_before(source: Import, *, uow: UnitOfWork) -> Begun:
    """The import of that very file that was interrupted; else the source itself, still to be begun."""
    same = {"kind": source.kind, "sha256": source.sha256, "finished_at": None, "undone_at": None}
    batch = await uow.imports.one(**same)
    if batch is None:
        return Begun(source)
    parts = await uow.import_parts.where(import_id=batch.id, undone_at=None)
    return Begun(
        batch,
        frozenset(one for part in parts for one in part.added),
        frozenset(one.thing_id for part in parts for one in part.filled),
    )


async def begin_import(source: Import, *, uow: UnitOfWork) -> Import:
    """The import with its number; one that was interrupted goes on under the number it has."""
    begun = await begun_before(source, uow=uow)
    if begun.batch.id:
        return begun.batch
    batch = await uow.imports.add(replace(source, made_at=uow.now))
    facts = {"import": batch.id, "kind": batch.kind.value, "sha256": batch.sha256}
    words = {"file": batch.file_name}
    await uow.log.write(LogRow(act="import_begun", actor_id=batch.made_by, facts=facts, words=words))
    return batch


async def import_part(
    import_id: int, steps: Sequence[Step], doubles: Doubles, *, known_to: int, uow: UnitOfWork
) -> int:
    """Take these in, all or nothing; up to which id the cases are known now, where they were up to `known_to`.

    NotAllowed if somebody has taken the import back meanwhile.
    """
    batch = await open_import(import_id, uow=uow)
    if batch.kind is ImportKind.COMPLAINTS:
        taken = await import_complaints(batch, steps, doubles, known_to=known_to, uow=uow)
    else:
        taken = await import_names(batch, steps, uow=uow)
    part = await uow.import_parts.add(taken.part)
    await uow.imports.put(
        replace(
            batch,
            added=batch.added + len(part.added),
            filled=batch.filled + len(part.filled),
            skipped=batch.skipped + taken.skipped,
        )
    )
    return taken.known_to


async def finish_import(import_id: int, skipped: int, *, uow: UnitOfWork) -> Import:
    """All of it is in; `skipped` lines were left out from the beginning."""
    batch = await open_import(import_id, uow=uow)
    done = await uow.imports.put(replace(batch, skipped=batch.skipped + skipped, finished_at=uow.now))
    facts = {"import": done.id, "sha256": done.sha256, "added": done.added, "filled": done.filled}
    facts["skipped"] = done.skipped
    await uow.log.write(LogRow(act=f"{done.kind.value}_imported", actor_id=done.made_by, facts=facts))
    return done


async def open_import(import_id: int, *, uow: UnitOfWork) -> Import:
    """That import; NoSuchThing if there is none, NotAllowed if it was taken back."""
    batch = await uow.imports.find(import_id)
    if batch is None:
        raise NoSuchThing("import_unknown", id=import_id)
    if batch.undone_at is not None:
        raise NotAllowed("import_undone_already", id=batch.id)
    return batch
