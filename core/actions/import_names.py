"""Take in customers or products, so that they are a button."""

from collections.abc import Iterator
from dataclasses import replace

from core.actions.import_complaints import log_import
from core.imports.doubles import Doubles
from core.imports.names import SHELF, ComparedNames, Name, compare_names
from core.model.imported import Filled, Import
from core.model.remembered import Remembered
from core.ports import UnitOfWork


async def import_names(
    source: Import, entries: tuple[Name, ...], doubles: Doubles, *, uow: UnitOfWork
) -> Import:
    """What was taken in, with its number. Merged, a double gives its language to a customer who has none."""
    kind = SHELF[source.kind]
    compared = compare_names(entries, await uow.remembered.where(kind=kind))
    added = [
        await uow.remembered.add(
            Remembered(kind=kind, name=entry.name, used_at=uow.now, language=entry.language)
        )
        for entry in _to_add(compared, doubles)
    ]
    filled = await _filled(compared, uow) if doubles is Doubles.MERGE else ()
    batch = await uow.imports.add(
        replace(
            source,
            made_at=uow.now,
            added=tuple(one.id for one in added),
            filled=filled,
            skipped=len(entries) - len(added) - len(filled),
        )
    )
    await log_import(batch, uow=uow)
    return batch


def _to_add(compared: ComparedNames, doubles: Doubles) -> Iterator[Name]:
    """A name that is spelt just as one that is there is never added."""
    taken = {one.name for one in compared.new} | {one.said for one in compared.doubles}
    yield from compared.new
    for double in compared.doubles if doubles is Doubles.ADD else ():
        if double.entry.name not in taken:
            taken.add(double.entry.name)
            yield double.entry


async def _filled(compared: ComparedNames, uow: UnitOfWork) -> tuple[Filled, ...]:
    filled = []
    for double in compared.doubles:
        known = await uow.remembered.get(double.known.id) if double.known else None
        if known is not None and double.entry.language and not known.language:
            await uow.remembered.put(replace(known, language=double.entry.language))
            filled.append(Filled(known.id, {"language": double.entry.language}))
    return tuple(filled)
