"""Issue the summary of a batch as a document, for finance and auditors."""

from core.actions.issue_paper import issue_paper
from core.actions.read_payroll import read_payroll
from core.errors import NotAllowed
from core.model.evidence import Evidence
from core.model.person import Person
from core.papers.payroll import payroll_paper
from core.ports import UnitOfWork


async def issue_payroll_paper(batch_id: int, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """The summary in the actor's language.

    NotThisPerson unless the actor is finance or an auditor; NotAllowed before the batch is closed: it may change.
    """
    view = await read_payroll(batch_id, actor=actor, uow=uow)
    batch = view.batch
    if not batch.is_final:
        raise NotAllowed("summary_of_closed", month=batch.month)
    hands = tuple(one for one in (batch.made_by, batch.closed_by) if one)
    staff = {person.id: person for person in await uow.persons.where(id=hands)}
    return await issue_paper(payroll_paper(view, staff, actor.language), actor=actor, uow=uow)
