"""Finance sends a sheet in chat, the month's wages or its payslips: it is fetched, read, and kept nowhere."""

from dataclasses import replace
from typing import Final

from core.actions.money.payroll_rights import check_finance
from core.actions.money.prepare_payroll import check_month
from core.actions.money.report_payroll import check_reportable
from core.errors import NoSuchThing, NotAllowed
from core.model.evidence import MOST_FETCHED
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.batch import Batch
from core.payroll.month import Month
from core.payroll.upload import SheetKind, WagesUpload
from core.ports import UnitOfWork

KINDS: Final = (".xlsx", ".csv")


async def check_may_send(month: str, *, actor: Person, uow: UnitOfWork) -> Month:
    """The month of wages; NotThisPerson unless the actor is in finance.

    NotAllowed once its batch is made, and for a month that is yet to come.
    """
    check_finance(actor)
    try:
        wanted = Month.of(month)
    except ValueError:
        raise NotAllowed("month_unknown", month=month) from None
    check_month(wanted, uow)
    known = await uow.batches.one(month=str(wanted))
    if known is not None and known.made_at is not None:
        raise NotAllowed("payroll_made_already", month=known.month, number=known.number)
    return wanted


async def check_may_send_back(month: str, *, actor: Person, uow: UnitOfWork) -> Batch:
    """The batch that the payslips are of; NotThisPerson unless the actor is in finance, NotAllowed unless it is closed."""
    check_finance(actor)
    batch = await uow.batches.one(month=month)
    if batch is None:
        raise NoSuchThing("batch_unknown", month=month)
    check_reportable(batch)
    return batch


async def send_sheet(sent: WagesUpload, *, actor: Person, uow: UnitOfWork) -> WagesUpload:
    """Note where the file lies; it is read a moment later.

    NotAllowed for another kind of file than a sheet, or one that is too big for a bot to fetch.
    """
    check = check_may_send if sent.kind is SheetKind.WAGES else check_may_send_back
    await check(sent.month, actor=actor, uow=uow)
    if not sent.name.lower().endswith(KINDS):
        raise NotAllowed("wages_kind", name=sent.name)
    if sent.size > MOST_FETCHED:
        raise NotAllowed("wages_too_big", most=MOST_FETCHED // 1024 // 1024)
    kept = await uow.wages_uploads.add(sent)
    facts = {"upload": kept.id, "month": kept.month, "size": kept.size}
    await uow.log.write(LogRow(act=f"{sent.kind.value}_sent", actor_id=actor.id, facts=facts))
    return kept


async def forget_file(upload: WagesUpload, *, uow: UnitOfWork, is_taken: bool) -> WagesUpload:
    """It is read, taken or not: where the file lay is kept no longer."""
    facts = {"upload": upload.id, "month": upload.month, "is_taken": is_taken}
    row = LogRow(act=f"{upload.kind.value}_file_read", actor_id=upload.person_id, facts=facts)
    await uow.log.write(row)
    return await uow.wages_uploads.put(replace(upload, file_id="", read_at=uow.now))
