"""Bring a notice that stands in its reader's chat up to date."""

from core.actions.notice.view_notice import view_notice
from core.model.notice import Notice
from core.ports import UnitOfWork


async def show_notice(notice: Notice, *, uow: UnitOfWork) -> bool:
    """Queue the living message as the notice stands now; False if its reader has no chat, or it was never there."""
    if notice.handed_over_at is not None:
        return False
    person = await uow.persons.get(notice.person_id)
    return await uow.outbox.tell(person, await view_notice(notice, uow=uow))
