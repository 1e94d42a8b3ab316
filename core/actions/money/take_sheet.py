"""Take the rows of a sheet that finance sent in chat: all of them, or none where anything is wrong."""

from collections.abc import Sequence

from core.actions.money.payroll_rights import check_finance
from core.actions.money.prepare_payroll import prepare_payroll
from core.actions.money.read_payroll import payroll_view
from core.actions.money.report_payroll import report_payroll
from core.actions.money.send_sheet import check_may_send_back
from core.model.person import Person
from core.model.staff import StaffFault, StaffRow
from core.payroll.month import Month
from core.payroll.payslips import read_payslips
from core.payroll.upload import SheetKind, WagesUpload
from core.payroll.wages import read_wages
from core.ports import UnitOfWork

Rows = Sequence[StaffRow]
Faults = tuple[StaffFault, ...]


async def take_sheet(upload: WagesUpload, rows: Rows, file_sha256: str, *, uow: UnitOfWork) -> Faults:
    """Every fault, and nothing is taken; none, and the month is prepared, or its payslips are noted.

    NotThisPerson if who sent it is no longer in finance; the refusals of `prepare_payroll` and `report_payroll`.
    """
    actor = await uow.persons.get(upload.person_id)
    check_finance(actor)
    if upload.kind is SheetKind.WAGES:
        return await _wages(upload, rows, file_sha256, uow)
    return await _payslips(upload, rows, actor, uow)


async def _wages(upload: WagesUpload, rows: Rows, file_sha256: str, uow: UnitOfWork) -> Faults:
    month = Month.of(upload.month)
    read = read_wages(rows, month, await uow.persons.where())
    if not read.faults:
        await prepare_payroll(month, read.by_person, file_sha256, uow=uow, actor_id=upload.person_id)
    return read.faults


async def _payslips(upload: WagesUpload, rows: Rows, actor: Person, uow: UnitOfWork) -> Faults:
    view = await payroll_view(await check_may_send_back(upload.month, actor=actor, uow=uow), uow=uow)
    numbers = {one.person.id: one.person.employee_no for one in view.people}
    read = read_payslips(rows, view.lines, numbers)
    if not read.faults:
        await report_payroll(view.batch.id, read.by_line, uow=uow, actor_id=actor.id)
    return read.faults
