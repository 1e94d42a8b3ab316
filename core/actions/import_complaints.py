"""Take in earlier complaints as closed cases: no clocks, no notices, no duties."""

from collections.abc import Iterator
from dataclasses import replace

from core.imports.case_of import EARLIER_NUMBER, case_of, with_texts
from core.imports.complaint import Complaint
from core.imports.doubles import Compared, Double, Doubles, compare, fillable, merged
from core.model.imported import Filled, Import
from core.model.log import LogRow
from core.ports import UnitOfWork


async def import_complaints(
    source: Import, entries: tuple[Complaint, ...], doubles: Doubles, *, uow: UnitOfWork
) -> Import:
    """What was taken in, with its number. A double by number is never added: numbers stand once."""
    compared = compare(entries, await uow.cases.where(), uow.company)
    batch = await uow.imports.add(replace(source, made_at=uow.now))
    added = [
        await uow.cases.add(case_of(entry, batch.id, uow.company)) for entry in _to_add(compared, doubles)
    ]
    filled = [one for one in [await _fill(double, doubles, uow) for double in compared.doubles] if one]
    left = sum(double.is_same_number for double in compared.doubles)
    skipped = {Doubles.SKIP: len(compared.doubles), Doubles.ADD: left, Doubles.MERGE: 0}[doubles]
    batch = await uow.imports.put(
        replace(batch, added=tuple(case.id for case in added), filled=tuple(filled), skipped=skipped)
    )
    await log_import(batch, uow=uow)
    return batch


async def log_import(batch: Import, *, uow: UnitOfWork) -> None:
    """Say in the log what came by which file."""
    await uow.log.write(
        LogRow(
            act=f"{batch.kind.value}_imported",
            facts={
                "import": batch.id,
                "sha256": batch.sha256,
                "added": len(batch.added),
                "filled": [one.thing_id for one in batch.filled],
                "skipped": batch.skipped,
            },
            words={"file": batch.file_name},
        )
    )


def _to_add(compared: Compared, doubles: Doubles) -> Iterator[Complaint]:
    for entry in compared.new:
        yield _with_its_doubles(entry, compared) if doubles is Doubles.MERGE else entry
    if doubles is Doubles.ADD:
        yield from (double.entry for double in compared.doubles if not double.is_same_number)


def _with_its_doubles(entry: Complaint, compared: Compared) -> Complaint:
    whole = entry
    for double in compared.doubles:
        if double.first == entry:
            whole = merged(whole, double.entry)
    return whole


async def _fill(double: Double, doubles: Doubles, uow: UnitOfWork) -> Filled | None:
    """What the double knows goes into the case that is there; where it had another number, that stays findable."""
    if double.case is None or doubles is not Doubles.MERGE:
        return None
    case = await uow.cases.get(double.case.id)
    texts = fillable(double.entry, case)
    if double.is_same_number or case.answers.get(EARLIER_NUMBER):
        earlier = {}
    else:
        earlier = {EARLIER_NUMBER: double.entry.number}
    put = with_texts(case, {**texts, **earlier})
    if put == case:
        return None
    await uow.cases.put(put)
    fields = {**texts, **earlier}
    await uow.log.write(
        LogRow(act="case_filled_by_import", case_id=case.id, facts={"fields": sorted(fields)})
    )
    return Filled(case.id, fields)
