"""A notice as it stands now, for whoever may see it."""

from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.message import Message
from core.model.notice import Notice
from core.ports import UnitOfWork
from core.screens.notice import notice_message, without_time_to_appeal


async def view_notice(notice: Notice, *, uow: UnitOfWork) -> Message:
    """The message to the employee."""
    case = await uow.cases.get(notice.case_id)
    message = notice_message(
        notice,
        case,
        await uow.persons.get(notice.person_id),
        zone=uow.company.zone(case.site),
        rulebook=rulebook_of(case, uow=uow),
        appeal=await uow.appeals.one(notice_id=notice.id),
    )
    return without_time_to_appeal(message) if notice.is_appeal_over(uow.now) else message
