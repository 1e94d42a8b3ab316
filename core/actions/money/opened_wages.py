"""Open the sealed wages of a batch; each reading is written in the log."""

from collections.abc import Iterable, Mapping

from core.model.log import LogRow
from core.payroll.batch import Batch
from core.payroll.wage_note import WageNote
from core.ports import UnitOfWork


async def opened_wages(
    batch: Batch, *, uow: UnitOfWork, actor_id: int | None = None, persons: Iterable[int] | None = None
) -> Mapping[int, WageNote]:
    """Wage and limit by person, of these persons or of all; empty once they are erased."""
    asked = {} if persons is None else {"person_id": tuple(persons)}
    sealed = await uow.wages.where(batch_id=batch.id, **asked)
    facts: dict[str, object] = {"batch": batch.id, "wages": len(sealed)}
    if persons is not None:
        facts |= {"persons": [one.person_id for one in sealed]}
    await uow.log.write(LogRow(act="wages_read", actor_id=actor_id, facts=facts))
    return {one.person_id: WageNote.of(uow.vault.opened(one.sealed)) for one in sealed}
