"""Read a batch: computed anew while it is only prepared, as it was kept once it is made."""

from collections.abc import Iterable, Mapping

from core.actions.money.opened_wages import opened_wages
from core.actions.money.payroll_file import payroll_file
from core.actions.money.payroll_rights import check_reader
from core.model.person import Person
from core.payroll.batch import Batch, BatchState
from core.payroll.month import Month
from core.payroll.planning import planned
from core.payroll.view import PayrollView, kept_people
from core.payroll.wage_note import WageNote
from core.ports import UnitOfWork


async def read_payroll(batch_id: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """The batch for finance or an auditor; NotThisPerson for anybody else."""
    check_reader(actor)
    batch = await uow.batches.get(batch_id)
    return await payroll_view(batch, uow=uow, actor_id=actor.id)


async def read_wages_of(
    batch_id: int, persons: Iterable[int], *, actor: Person, uow: UnitOfWork
) -> Mapping[int, WageNote]:
    """Wage and limit of these persons, for finance or an auditor; who read whose is written in the log."""
    check_reader(actor)
    batch = await uow.batches.get(batch_id)
    return await opened_wages(batch, uow=uow, actor_id=actor.id, persons=persons)


async def payroll_view(batch: Batch, *, uow: UnitOfWork, actor_id: int | None = None) -> PayrollView:
    """The batch as it stands."""
    if batch.state is BatchState.PREPARED:
        return await computed_view(batch, uow=uow, actor_id=actor_id)
    staff = {person.id: person for person in await uow.persons.where()}
    lines = await uow.batch_lines.where(batch_id=batch.id)
    return PayrollView(batch=batch, people=kept_people(lines, staff, Month.of(batch.month)))


async def computed_view(batch: Batch, *, uow: UnitOfWork, actor_id: int | None = None) -> PayrollView:
    """What the batch would be as things stand now, from its sealed wages."""
    notes = await opened_wages(batch, uow=uow, actor_id=actor_id)
    wages = {person_id: note.wage for person_id, note in notes.items()}
    file = await payroll_file(Month.of(batch.month), wages, uow=uow)
    return PayrollView(batch=batch, people=planned(file, batch.id))
