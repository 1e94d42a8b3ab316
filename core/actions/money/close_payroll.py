"""A second person closes the batch: what is withheld is booked, and the batch is never changed again."""

from collections.abc import Sequence
from dataclasses import replace

from core.actions.money.book_lines import book_lines
from core.actions.money.make_payroll import check_batch
from core.actions.money.meet_payroll_duties import meet_payroll_duties
from core.actions.money.payroll_rights import check_finance
from core.actions.money.read_payroll import computed_view, payroll_view
from core.actions.money.tell_finance import tell_finance
from core.actions.money.tell_withheld import tell_withheld
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.batch import Batch, BatchLine, BatchState
from core.payroll.booking import withheld_posting
from core.payroll.view import PayrollView
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right


async def close_payroll(batch_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """Book each line, note the ledger's head on the batch, and tell whose wage it touches.

    A second tap of the same person changes nothing. NotThisPerson for whoever made it; SomebodyWasFirst if it stands
    elsewhere; NotAllowed if an appeal, a payment or a plan has changed a line since it was made.
    """
    check_finance(actor)
    batch = await uow.batches.get(batch_id)
    if batch.state is BatchState.CLOSED and batch.closed_by == actor.id:
        return await payroll_view(batch, uow=uow)
    check_batch(batch, version, BatchState.MADE)
    there = NOWHERE.barring(Bar.MADE_IT, (batch.made_by,))
    check_right(Action.CLOSE_PAYROLL, actor, there, number=batch.number)
    lines = await uow.batch_lines.where(batch_id=batch.id)
    await _check_unchanged(batch, lines, actor, uow)
    await book_lines(
        [line for line in lines if line.amount.fen],
        lambda line, charge: withheld_posting(line, charge, actor.id, uow.now),
        uow=uow,
        actor_id=actor.id,
    )
    closed = replace(
        batch,
        state=BatchState.CLOSED,
        version=batch.version + 1,
        closed_by=actor.id,
        closed_at=uow.now,
        head=await uow.ledger.head(),
    )
    await uow.batches.put(closed)
    facts = {"batch": closed.id, "number": closed.number, "head": closed.head}
    await uow.log.write(LogRow(act="payroll_closed", actor_id=actor.id, facts=facts))
    await meet_payroll_duties((line.case_id for line in lines if not line.is_reward), uow=uow)
    view = await payroll_view(closed, uow=uow)
    await tell_finance(view, uow=uow)
    await tell_withheld(view, actor=actor, uow=uow)
    return view


async def _check_unchanged(batch: Batch, lines: Sequence[BatchLine], actor: Person, uow: UnitOfWork) -> None:
    now = await computed_view(batch, uow=uow, actor_id=actor.id)
    kept = {_key(line): (line.owed, line.amount) for line in lines}
    found = {_key(line): (line.owed, line.amount) for line in now.lines}
    changed = {key[0] for key in kept.keys() | found.keys() if kept.get(key) != found.get(key)}
    if changed:
        whose = await uow.persons.where(id=tuple(changed))
        names = sorted(f"{one.name} {one.employee_no}" for one in whose)
        raise NotAllowed("payroll_changed", number=batch.number, names=names, count=len(changed))


def _key(line: BatchLine) -> tuple[int, int, int, str]:
    """Rewards have no notice: two cases may reward one person under the same clause."""
    return line.person_id, line.case_id, line.notice_id, line.clause
