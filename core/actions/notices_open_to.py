"""Which notices of a case somebody may have as a document."""

from core.actions.issue_notice_paper import KEEPERS
from core.model.case import Case
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def notices_open_to(actor: Person, case: Case, *, uow: UnitOfWork) -> tuple[Notice, ...]:
    """All of them for who leads the case and for finance, auditor and hr; else one's own."""
    notices = await uow.notices.where(case_id=case.id)
    if actor.id == case.owner_id or any(actor.holds(role, case.site) for role in KEEPERS):
        return notices
    return tuple(notice for notice in notices if notice.person_id == actor.id)
