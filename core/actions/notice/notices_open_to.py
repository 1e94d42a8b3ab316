"""Which notices of a case somebody may have as a document."""

from core.actions.case.around_case_of import around_case_of
from core.model.case import Case
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import may
from core.rights.tie import Tie


async def notices_open_to(actor: Person, case: Case, *, uow: UnitOfWork) -> tuple[Notice, ...]:
    """All of them for whoever leads the case and for finance, auditor and hr who are not named in it; else one's own."""
    there = await around_case_of(case.id, uow=uow)
    notices = await uow.notices.where(case_id=case.id)
    if may(Action.PRINT_NOTICE, actor, there):
        return notices
    return tuple(
        notice
        for notice in notices
        if may(Action.PRINT_OWN_NOTICE, actor, there.tied(Tie.ADDRESSEE, (notice.person_id,)))
    )
