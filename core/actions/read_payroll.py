"""Read a batch: computed anew while it is only prepared, as it was kept once it is made."""

from core.actions.opened_wages import opened_wages
from core.actions.payroll_file import payroll_file
from core.actions.payroll_rights import check_reader
from core.model.person import Person
from core.payroll.batch import Batch, BatchState
from core.payroll.month import Month
from core.payroll.planning import planned
from core.payroll.view import PayrollView, kept_people
from core.ports import UnitOfWork


async def read_payroll(batch_id: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """The batch for finance or an auditor; NotThisPerson for anybody else."""
    check_reader(actor)
    batch = await uow.batches.get(batch_id)
    return await payroll_view(batch, uow=uow, actor_id=actor.id)


async def payroll_view(batch: Batch, *, uow: UnitOfWork, actor_id: int | None = None) -> PayrollView:
    """The batch as it stands."""
    if batch.state is BatchState.PREPARED:
        return await computed_view(batch, uow=uow, actor_id=actor_id)
    staff = {person.id: person for person in await uow.persons.where()}
    lines = await uow.batch_lines.where(batch_id=batch.id)
    return PayrollView(batch=batch, people=kept_people(lines, staff, Month.of(batch.month)))


async def computed_view(batch: Batch, *, uow: UnitOfWork, actor_id: int | None = None) -> PayrollView:
    """What the batch would be as things stand now, from its sealed wages."""
    wages = await opened_wages(batch, uow=uow, actor_id=actor_id)
    file = await payroll_file(Month.of(batch.month), wages, uow=uow)
    return PayrollView(batch=batch, people=planned(file, batch.id))
