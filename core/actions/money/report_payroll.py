"""The payslips come back: what was really withheld, line by line."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.money.read_payroll import payroll_view
from core.actions.money.tell_finance import tell_finance
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.money import Money
from core.payroll.batch import Batch, BatchState
from core.payroll.view import PayrollView
from core.ports import UnitOfWork


async def report_payroll(
    batch_id: int, withheld: Mapping[int, Money], *, uow: UnitOfWork, actor_id: int | None = None
) -> PayrollView:
    """Note it on the lines, by their ids; finance is shown the differences, and books them by a press.

    NotAllowed unless the batch is closed and not yet settled. `actor_id` is who sent them in chat; None for the shell.
    """
    batch = await uow.batches.get(batch_id)
    check_reportable(batch)
    for line in await uow.batch_lines.where(batch_id=batch.id):
        if line.id in withheld:
            await uow.batch_lines.put(replace(line, withheld=withheld[line.id]))
    reported = await uow.batches.put(replace(batch, reported_at=uow.now, version=batch.version + 1))
    view = await payroll_view(reported, uow=uow)
    facts = {"batch": batch.id, "lines": len(withheld), "differing": len(view.differing)}
    await uow.log.write(LogRow(act="payroll_reported", actor_id=actor_id, facts=facts))
    await tell_finance(view, uow=uow)
    return view


def check_reportable(batch: Batch) -> None:
    """NotAllowed unless the batch is closed and not yet settled."""
    if batch.state is not BatchState.CLOSED:
        raise NotAllowed("payroll_not_closed", month=batch.month, state=batch.state.value)
