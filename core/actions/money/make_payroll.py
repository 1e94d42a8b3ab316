"""Somebody in finance makes the batch: it is numbered, its lines are kept, and a second person may close it."""

from dataclasses import replace
from typing import Final

from core.actions.money.open_payroll_duties import open_payroll_duties
from core.actions.money.payroll_rights import check_finance
from core.actions.money.read_payroll import computed_view, payroll_view
from core.actions.money.tell_finance import tell_finance
from core.errors import SomebodyWasFirst
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.batch import Batch, BatchState
from core.payroll.month import Month
from core.payroll.view import PayrollView
from core.ports import UnitOfWork

PREFIX: Final = "KK"


async def make_payroll(batch_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """The batch with its lines as they stand now; a second tap of the same person changes nothing.

    SomebodyWasFirst on another state than the one shown.
    """
    check_finance(actor)
    batch = await uow.batches.get(batch_id)
    if batch.state is BatchState.MADE and batch.made_by == actor.id:
        return await payroll_view(batch, uow=uow)
    check_batch(batch, version, BatchState.PREPARED)
    view = await computed_view(batch, uow=uow, actor_id=actor.id)
    for line in view.lines:
        await uow.batch_lines.add(line)
    made = replace(
        batch,
        state=BatchState.MADE,
        number=batch.number or await _number(batch, uow),
        version=batch.version + 1,
        made_by=actor.id,
        made_at=uow.now,
    )
    await uow.batches.put(made)
    facts = {"batch": made.id, "number": made.number, "withheld": str(view.withheld)}
    await uow.log.write(LogRow(act="payroll_made", actor_id=actor.id, facts=facts))
    await open_payroll_duties(view, actor=actor, uow=uow)
    kept = await payroll_view(made, uow=uow)
    await tell_finance(kept, uow=uow)
    return kept


def check_batch(batch: Batch, version: int, state: BatchState) -> None:
    """SomebodyWasFirst if the batch stands elsewhere, or is not the one that was shown."""
    if batch.state is not state or batch.version != version:
        raise SomebodyWasFirst("payroll_moved_on", month=batch.month, state=batch.state.value)


async def _number(batch: Batch, uow: UnitOfWork) -> str:
    year = Month.of(batch.month).year
    return f"{PREFIX}-{year}-{await uow.numbers.next(f'payroll-{year}'):03d}"
