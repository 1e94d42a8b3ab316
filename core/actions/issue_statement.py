"""Issue one's own statement of account as a document."""

from core.actions.issue_paper import issue_paper
from core.actions.read_account import read_account
from core.model.evidence import Evidence
from core.model.person import Person
from core.papers.statement import statement_paper
from core.ports import UnitOfWork


async def issue_statement(*, actor: Person, uow: UnitOfWork) -> Evidence:
    """The actor's own, as of today at their site."""
    account = await read_account(actor=actor, uow=uow)
    today = uow.now.astimezone(uow.company.zone(actor.site)).date()
    return await issue_paper(statement_paper(account, actor, today), actor=actor, uow=uow)
