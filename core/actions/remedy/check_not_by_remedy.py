"""A duty that the customer's side carries out is not done by hand beside it."""

from core.actions.remedy.read_remedy import open_remedy
from core.errors import NotAllowed
from core.ports import UnitOfWork
from core.rules.duty.duty_file import DutyFile


async def check_not_by_remedy(file: DutyFile, *, uow: UnitOfWork) -> None:
    """NotAllowed once there is a plan, or the customer was asked; a case without either fills in the form by hand."""
    if file.case is None or await uow.remedies.one(case_id=file.case.id) is None:
        return
    remedy = await open_remedy(file.case.id, uow=uow)
    if file.duty.rule in remedy.met_by_it() and (remedy.undertakings or remedy.surveys):
        raise NotAllowed("duty_by_remedy", number=file.case.number)
