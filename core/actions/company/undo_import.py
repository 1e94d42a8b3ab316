"""Take an import back, part by part: what it added goes, what it filled is empty again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.actions.company.import_part import open_import
from core.imports.case_of import text_of, with_texts
from core.model.case import Stage
from core.model.evidence import Holder
from core.model.imported import Filled, Import, ImportKind, ImportPart
from core.model.log import LogRow
from core.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What became of some parts; `stays` are numbers or names that were used since, `changed` counts filled fields that others changed."""

    removed: int = 0
    emptied: int = 0
    stays: tuple[str, ...] = ()
    changed: int = 0

    def __add__(self, other: "Undone") -> "Undone":
        """Of both together."""
        return Undone(
            removed=self.removed + other.removed,
            emptied=self.emptied + other.emptied,
            stays=self.stays + other.stays,
            changed=self.changed + other.changed,
        )


async def undo_part(import_id: int, *, uow: UnitOfWork) -> Undone | None:
    """What became of the latest part that is still in; None once all are out, and the import is undone.

    NoSuchThing for an unknown import, NotAllowed for one that was undone.
    """
    batch = await open_import(import_id, uow=uow)
    part = next(iter(await uow.import_parts.latest(1, import_id=batch.id, undone_at=None)), None)
    if part is None:
        await uow.imports.put(replace(batch, undone_at=uow.now))
        row = LogRow(act="import_undone", actor_id=batch.undo_by, facts={"import": batch.id})
        await uow.log.write(row)
        return None
    undone = await _undone(part, batch, uow)
    await uow.import_parts.put(replace(part, undone_at=uow.now, stays=undone.stays, emptied=undone.emptied))
    facts = {"import": batch.id, "part": part.id, "removed": undone.removed, "emptied": undone.emptied}
    await uow.log.write(LogRow(act="import_part_undone", facts={**facts, "stays": len(undone.stays)}))
    return undone


async def what_was_undone(import_id: int, *, uow: UnitOfWork) -> Undone:
    """What became of all its parts that are out, whoever took them out and when."""
    parts = [one for one in await uow.import_parts.where(import_id=import_id) if one.undone_at is not None]
    stays = tuple(name for one in parts for name in one.stays)
    emptied = sum(one.emptied for one in parts)
    return Undone(
        removed=sum(len(one.added) for one in parts) - len(stays),
        emptied=emptied,
        stays=stays,
        changed=sum(len(filled.fields) for one in parts for filled in one.filled) - emptied,
    )


async def _undone(part: ImportPart, batch: Import, uow: UnitOfWork) -> Undone:
    of_cases = batch.kind is ImportKind.COMPLAINTS
    stays = await (_remove_cases(part, uow) if of_cases else _remove_names(part, batch, uow))
    emptied = sum(
        [await (_empty_case(one, uow) if of_cases else _empty_name(one, uow)) for one in part.filled]
    )
    return Undone(
        removed=len(part.added) - len(stays),
        emptied=emptied,
        stays=stays,
        changed=sum(len(one.fields) for one in part.filled) - emptied,
    )


async def _remove_cases(part: ImportPart, uow: UnitOfWork) -> tuple[str, ...]:
    stays: list[str] = []
    used = await _used(part.added, uow)
    for case in await uow.cases.where(id=part.added) if part.added else ():
        if case.id in used or case.stage is not Stage.CLOSED or case.rulebook:
            stays.append(case.number)
        else:
            await uow.cases.remove(case.id)
    return tuple(stays)


async def _used(ids: Sequence[int], uow: UnitOfWork) -> frozenset[int | None]:
    """Those that somebody has linked, asked about or added to."""
    keys = tuple(ids)
    of_case = {"case_id": keys}
    links = (*await uow.case_links.where(**of_case), *await uow.case_links.where(other_id=keys))
    return frozenset(
        (
            *(one.case_id for one in links),
            *(one.other_id for one in links),
            *(one.holder_id for one in await uow.evidence.where(holder=Holder.CASE, holder_id=keys)),
            *(one.case_id for one in await uow.duties.where(**of_case)),
            *(one.case_id for one in await uow.relays.where(**of_case)),
        )
    )


async def _remove_names(part: ImportPart, batch: Import, uow: UnitOfWork) -> tuple[str, ...]:
    stays: list[str] = []
    for name_id in part.added:
        known = await uow.remembered.find(name_id)
        if known is not None and known.used_at > batch.made_at:
            stays.append(known.name)
        else:
            await uow.remembered.remove(name_id)
    return tuple(stays)


async def _empty_case(filled: Filled, uow: UnitOfWork) -> int:
    """How many fields were emptied; what somebody has changed since stays."""
    case = await uow.cases.find(filled.thing_id)
    if case is None:
        return 0
    same = {name: "" for name, text in filled.fields.items() if text_of(case, name) == text}
    await uow.cases.put(with_texts(case, same))
    return len(same)


async def _empty_name(filled: Filled, uow: UnitOfWork) -> int:
    known = await uow.remembered.find(filled.thing_id)
    if known is None or known.language != filled.fields["language"]:
        return 0
    await uow.remembered.put(replace(known, language=""))
    return 1
