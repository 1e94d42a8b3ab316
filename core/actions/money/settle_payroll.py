"""Finance books what the payslips withheld otherwise: then ledger and payslips agree."""

from dataclasses import replace

from core.actions.money.book_lines import book_lines
from core.actions.money.make_payroll import check_batch
from core.actions.money.meet_payroll_duties import meet_payroll_duties
from core.actions.money.pay_back_leaver import pay_back_leaver
from core.actions.money.payroll_rights import check_finance
from core.actions.money.read_payroll import payroll_view
from core.actions.money.tell_finance import tell_finance
from core.actions.money.tell_withheld import tell_payslips
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.batch import BatchState
from core.payroll.booking import difference_posting
from core.payroll.view import PayrollView
from core.ports import UnitOfWork


async def settle_payroll(batch_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """Book each difference; what was withheld too little is owed again, too much is owed back; tell whose wage it is.

    SomebodyWasFirst if the batch stands elsewhere; NotAllowed while nothing has come back.
    """
    check_finance(actor)
    batch = await uow.batches.get(batch_id)
    check_batch(batch, version, BatchState.CLOSED)
    if batch.reported_at is None:
        raise NotAllowed("payslips_missing", number=batch.number)
    view = await payroll_view(batch, uow=uow)
    await book_lines(
        view.differing,
        lambda line, charge: difference_posting(line, charge, actor.id, uow.now),
        uow=uow,
        actor_id=actor.id,
    )
    for person, case_id in _overpaid(view):
        await pay_back_leaver(person, case_id, decided_by=actor.id, uow=uow)
    settled = replace(
        batch,
        state=BatchState.SETTLED,
        version=batch.version + 1,
        settled_by=actor.id,
        settled_at=uow.now,
    )
    await uow.batches.put(settled)
    facts = {"batch": batch.id, "differing": len(view.differing)}
    await uow.log.write(LogRow(act="payroll_settled", actor_id=actor.id, facts=facts))
    await meet_payroll_duties((line.case_id for line in view.differing if not line.is_reward), uow=uow)
    settled_view = await payroll_view(settled, uow=uow)
    await tell_finance(settled_view, uow=uow)
    await tell_payslips(settled_view, uow=uow)
    return settled_view


def _overpaid(view: PayrollView) -> tuple[tuple[Person, int], ...]:
    """Of whom more was withheld than the batch says, and for which case; who has left waits for no next batch."""
    people = {one.person.id: one.person for one in view.people}
    found = ((people[line.person_id], line.case_id) for line in view.differing if line.difference.fen > 0)
    return tuple(dict.fromkeys(found))
