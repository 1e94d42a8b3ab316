"""Wages whose time is over are erased; that it was done is written in the log."""

from core.model.log import LogRow
from core.ports import UnitOfWork


async def erase_wages(*, uow: UnitOfWork) -> int:
    """How many were erased: those whose day has come."""
    today = uow.now.date()
    due = [wage for wage in await uow.wages.where() if wage.erase_on <= today]
    for wage in due:
        await uow.wages.remove(wage.id)
    if due:
        facts = {"wages": len(due), "batches": sorted({wage.batch_id for wage in due})}
        await uow.log.write(LogRow(act="wages_erased", facts=facts))
    return len(due)
