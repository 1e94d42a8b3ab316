"""Read what the payroll batches show of a case."""

from core.payroll.withholding import Withholding, withholding_in
from core.ports import UnitOfWork


async def read_withholding(case_id: int, *, uow: UnitOfWork) -> Withholding:
    """By the ledger, with the batches that it names and the lines of the people concerned in them."""
    postings = await uow.ledger.postings(case_id=case_id)
    ids = tuple({one.ground.batch_id for one in postings if one.ground.batch_id is not None})
    people = tuple({entry.person_id for one in postings for entry in one.entries if entry.person_id})
    batches = await uow.batches.where(id=ids) if ids else ()
    lines = await uow.batch_lines.where(batch_id=ids, person_id=people) if ids else ()
    return withholding_in(postings, {batch.id: batch for batch in batches}, lines)
