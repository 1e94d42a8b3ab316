"""Issue a statement of account as a document: one's own, or by role that of another."""

from core.actions.money.read_account import read_account
from core.actions.money.read_account_of import read_account_of
from core.actions.paper.issue_paper import issue_paper
from core.model.evidence import Evidence
from core.model.person import Person
from core.papers.statement import statement_paper
from core.ports import UnitOfWork
from core.rules.notice.own_account import OwnAccount


async def issue_statement(*, actor: Person, uow: UnitOfWork) -> Evidence:
    """The actor's own, as of today at their site."""
    return await _issue(actor, await read_account(actor=actor, uow=uow), actor, uow)


async def issue_statement_of(person_id: int, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """That of another, in their language; the refusals of `read_account_of`."""
    person, account = await read_account_of(person_id, actor=actor, uow=uow)
    return await _issue(person, account, actor, uow)


async def _issue(person: Person, account: OwnAccount, actor: Person, uow: UnitOfWork) -> Evidence:
    today = uow.today(person.site)
    return await issue_paper(statement_paper(account, person, today), actor=actor, uow=uow)
