"""Open the sealed wages of a batch; each reading is written in the log."""

from collections.abc import Mapping

from core.model.log import LogRow
from core.model.money import Money
from core.payroll.batch import Batch
from core.ports import UnitOfWork


async def opened_wages(batch: Batch, *, uow: UnitOfWork, actor_id: int | None = None) -> Mapping[int, Money]:
    """The wages by person; empty once they are erased."""
    sealed = await uow.wages.where(batch_id=batch.id)
    facts = {"batch": batch.id, "wages": len(sealed)}
    await uow.log.write(LogRow(act="wages_read", actor_id=actor_id, facts=facts))
    return {one.person_id: Money.of(uow.vault.opened(one.sealed)) for one in sealed}
