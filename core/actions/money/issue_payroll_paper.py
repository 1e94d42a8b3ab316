"""Issue the summary of a batch as a document, for finance and auditors."""

from core.actions.money.read_payroll import read_payroll
from core.actions.paper.issue_paper import issue_paper
from core.errors import NotAllowed
from core.model.evidence import Evidence
from core.model.person import Person
from core.papers.payroll import payroll_paper
from core.payroll.view import PayrollView
from core.ports import UnitOfWork


async def issue_payroll_paper(batch_id: int, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """The summary in the actor's language; the refusals of `final_view`."""
    view = await final_view(batch_id, actor=actor, uow=uow)
    hands = tuple(one for one in (view.batch.made_by, view.batch.closed_by) if one)
    staff = {person.id: person for person in await uow.persons.where(id=hands)}
    return await issue_paper(payroll_paper(view, staff, actor.language), actor=actor, uow=uow)


async def final_view(batch_id: int, *, actor: Person, uow: UnitOfWork) -> PayrollView:
    """The batch as it stands for good.

    NotThisPerson unless the actor is finance or an auditor; NotAllowed before the batch is closed: it may change.
    """
    view = await read_payroll(batch_id, actor=actor, uow=uow)
    check_final(view)
    return view


def check_final(view: PayrollView) -> None:
    """NotAllowed before the batch is closed."""
    if not view.batch.is_final:
        raise NotAllowed("summary_of_closed", month=view.batch.month)
