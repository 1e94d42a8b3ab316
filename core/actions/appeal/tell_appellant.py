"""Who appealed learns how their appeal stands: in chat, or on paper."""

from core.actions.investigation.inform_person import inform_person
from core.ports import UnitOfWork
from core.rules.appeal.appeal_file import AppealFile
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.appeal import appeal_told


async def tell_appellant(file: AppealFile, *, uow: UnitOfWork) -> None:
    """Whether it is admitted, or how it was decided and why; an appeal in writing may come from somebody without chat."""
    message = appeal_told(file, to=file.employee)
    await inform_person(file.employee, message, duty_kind=INFORM_PARTY, dossier=file.dossier, uow=uow)
