"""An employee has opened the figures behind their notice: from now on they may agree to it."""

from dataclasses import replace

from core.actions.notice.open_notice import open_notice
from core.actions.notice.view_notice import view_notice
from core.model.person import Person
from core.ports import UnitOfWork


async def note_figures_opened(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> None:
    """Date it on the actor's notice of these figures, if there is one, and bring the notice up to date."""
    notice = await uow.notices.one(case_id=case_id, version=version, person_id=actor.id)
    if notice is None or notice.figures_opened_at is not None:
        return
    notice = await open_notice(notice.id, actor=actor, uow=uow)
    notice = await uow.notices.put(replace(notice, figures_opened_at=uow.now))
    await uow.outbox.tell(actor, await view_notice(notice, uow=uow))
