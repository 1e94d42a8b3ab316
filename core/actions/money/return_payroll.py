"""A batch that is made goes back to its preview, to be made anew as things stand then."""

from dataclasses import replace

from core.actions.money.make_payroll import check_batch
from core.actions.money.payroll_rights import check_finance
from core.actions.money.read_payroll import payroll_view
from core.actions.money.tell_finance import tell_finance
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.batch import BatchState
from core.payroll.view import PayrollView
from core.ports import UnitOfWork


async def return_payroll(batch_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """The preview again; the number stays the batch's. SomebodyWasFirst once it is closed."""
    check_finance(actor)
    batch = await uow.batches.get(batch_id)
    check_batch(batch, version, BatchState.MADE)
    for line in await uow.batch_lines.where(batch_id=batch.id):
        await uow.batch_lines.remove(line.id)
    back = replace(batch, state=BatchState.PREPARED, version=batch.version + 1, made_by=None, made_at=None)
    await uow.batches.put(back)
    await uow.log.write(LogRow(act="payroll_returned", actor_id=actor.id, facts={"batch": batch.id}))
    view = await payroll_view(back, uow=uow, actor_id=actor.id)
    await tell_finance(view, uow=uow)
    return view
