"""Take in earlier complaints as closed cases: no clocks, no notices, no duties."""

from collections.abc import Sequence
from typing import Final

from core.imports.case_of import EARLIER_NUMBER, case_of, with_texts
from core.imports.complaint import Complaint
from core.imports.doubles import Double, compare, fillable
from core.imports.known import Known
from core.imports.plan import Step, Taken, plan_complaints
from core.model.imported import Doubles, Filled, Import, ImportPart
from core.model.log import LogRow
from core.ports import UnitOfWork

_PAGE: Final = 1000


async def import_complaints(
    batch: Import, steps: Sequence[Step], doubles: Doubles, *, known_to: int, uow: UnitOfWork
) -> Taken:
    """What was taken in, how many lines were left out, and up to which id the cases are known now.

    Cases that were registered since the file was compared (their ids are above `known_to`) are what is there already,
    too: what becomes of doubles, becomes of these.
    """
    entries = [step for step in steps if isinstance(step, Complaint)]
    known = Known(entries, uow.company)
    known_to = await learn_all(known, known_to, uow=uow)
    plan = plan_complaints(compare(entries, known), doubles)
    added = [
        (await uow.cases.add(case_of(step, batch.id, uow.company))).id
        for step in plan.steps
        if isinstance(step, Complaint)
    ]
    filling = [step for step in (*plan.steps, *steps) if isinstance(step, Double)]
    filled = [one for one in [await _fill(double, uow) for double in filling] if one]
    part = ImportPart(import_id=batch.id, added=tuple(added), filled=tuple(filled))
    return Taken(part, plan.skipped, max((known_to, *added)))


async def learn_all(known: Known, known_to: int, *, uow: UnitOfWork) -> int:
    """Look at all cases after that one; the id of the last."""
    while page := await uow.known_cases.after(known_to, _PAGE):
        known.learn(page)
        known_to = page[-1].id
    return known_to


async def _fill(double: Double, uow: UnitOfWork) -> Filled | None:
    """What the double knows goes into the case that is there; where it had another number, that stays findable."""
    case = await uow.cases.find(double.case.id) if double.case else None
    if case is None:
        return None
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
