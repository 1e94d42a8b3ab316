"""Open an appeal with everything that hearing it needs."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.read_figures import read_figures
from core.model.evidence import Holder
from core.ports import UnitOfWork
from core.rules.appeal.appeal_file import AppealFile


async def open_appeal(appeal_id: int, *, uow: UnitOfWork) -> AppealFile:
    """The appeal as it stands; NoSuchThing if there is no such appeal."""
    appeal = await uow.appeals.get(appeal_id)
    notice = await uow.notices.get(appeal.notice_id)
    return AppealFile(
        appeal=appeal,
        notice=notice,
        dossier=await open_dossier(appeal.case_id, uow=uow),
        figures=await read_figures(appeal.case_id, notice.version, uow=uow),
        pieces=await uow.evidence.where(holder=Holder.APPEAL, holder_id=appeal.id),
    )
