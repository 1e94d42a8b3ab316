"""Take an import back: what it added goes, what it filled is empty again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.errors import NoSuchThing, NotAllowed
from core.imports.case_of import text_of, with_texts
from core.model.case import Stage
from core.model.evidence import Holder
from core.model.imported import Filled, Import, ImportKind
from core.model.log import LogRow
from core.ports import UnitOfWork

# so many are asked for at once
_SLICE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """`stays` are numbers or names that were used since, and `changed` counts filled fields that others changed."""

    batch: Import
    removed: int
    emptied: int
    stays: tuple[str, ...]
    changed: int


async def undo_import(import_id: int, *, uow: UnitOfWork) -> Undone:
    """What became of it; NoSuchThing for an unknown import, NotAllowed for one that was undone."""
    batch = await uow.imports.find(import_id)
    if batch is None:
        raise NoSuchThing("import_unknown", id=import_id)
    if batch.undone_at is not None:
        raise NotAllowed("import_undone_already", id=batch.id)
    of_cases = batch.kind is ImportKind.COMPLAINTS
    stays = await (_remove_cases(batch, uow) if of_cases else _remove_names(batch, uow))
    emptied = sum(
        [await (_empty_case(one, uow) if of_cases else _empty_name(one, uow)) for one in batch.filled]
    )
    undone = Undone(
        batch=await uow.imports.put(replace(batch, undone_at=uow.now)),
        removed=len(batch.added) - len(stays),
        emptied=emptied,
        stays=stays,
        changed=sum(len(one.fields) for one in batch.filled) - emptied,
    )
    await uow.log.write(
        LogRow(
            act="import_undone",
            facts={
                "import": batch.id,
                "removed": undone.removed,
                "emptied": undone.emptied,
                "stays": len(stays),
            },
        )
    )
    return undone


async def _remove_cases(batch: Import, uow: UnitOfWork) -> tuple[str, ...]:
    stays: list[str] = []
    for start in range(0, len(batch.added), _SLICE):
        ids = batch.added[start : start + _SLICE]
        used = await _used(ids, uow)
        for case in await uow.cases.where(id=ids):
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


async def _remove_names(batch: Import, uow: UnitOfWork) -> tuple[str, ...]:
    stays: list[str] = []
    for name_id in batch.added:
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
