"""A notice did not reach its employee in chat: it goes on paper, and no clock runs until it is handed over."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.inform_person import inform_on_paper
from core.actions.notice.paper_duty import HAND_OVER_NOTICE
from core.actions.notice.view_notice import view_notice
from core.ports import UnitOfWork


async def deliver_on_paper(notice_id: int, *, uow: UnitOfWork) -> None:
    """Take the appeal's limit away and open the duty, unless the notice was delivered after all."""
    notice = await uow.notices.get(notice_id)
    if notice.delivered_at is not None:
        return
    notice = await uow.notices.put(replace(notice, appeal_until=None))
    dossier = await open_dossier(notice.case_id, uow=uow)
    await inform_on_paper(
        dossier.staff[notice.person_id],
        await view_notice(notice, uow=uow),
        duty_kind=HAND_OVER_NOTICE,
        dossier=dossier,
        uow=uow,
        notice_id=notice.id,
    )
