"""Finance sends the month's wages in chat: the file is fetched, read, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.actions.payroll_rights import check_finance
from core.actions.prepare_payroll import prepare_payroll
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.model.staff import StaffFault, StaffRow
from core.payroll.month import Month
from core.payroll.upload import WagesUpload
from core.payroll.wages import read_wages
from core.ports import UnitOfWork

# what a bot may download from Telegram's own servers
MOST_BYTES: Final = 20 * 1024 * 1024
KINDS: Final = (".xlsx", ".csv")


async def check_may_send(month: str, *, actor: Person, uow: UnitOfWork) -> Month:
    """The month; NotThisPerson unless the actor is in finance, NotAllowed once its batch is made."""
    check_finance(actor)
    try:
        wanted = Month.of(month)
    except ValueError:
        raise NotAllowed("month_unknown", month=month) from None
    known = await uow.batches.one(month=str(wanted))
    if known is not None and known.made_at is not None:
        raise NotAllowed("payroll_made_already", month=known.month, number=known.number)
    return wanted


async def send_wages(sent: WagesUpload, *, actor: Person, uow: UnitOfWork) -> WagesUpload:
    """Note where the file lies; it is read a moment later.

    NotAllowed for another kind of file than a sheet, or one that is too big for a bot to fetch.
    """
    await check_may_send(sent.month, actor=actor, uow=uow)
    if not sent.name.lower().endswith(KINDS):
        raise NotAllowed("wages_kind", name=sent.name)
    if sent.size > MOST_BYTES:
        raise NotAllowed("wages_too_big", most=MOST_BYTES // 1024 // 1024)
    kept = await uow.wages_uploads.add(sent)
    facts = {"upload": kept.id, "month": kept.month, "size": kept.size}
    await uow.log.write(LogRow(act="wages_sent", actor_id=actor.id, facts=facts))
    return kept


async def take_wages(
    upload: WagesUpload, rows: Sequence[StaffRow], file_sha256: str, *, uow: UnitOfWork
) -> tuple[StaffFault, ...]:
    """Prepare the month from these rows; every fault of them instead, and nothing is taken.

    NotThisPerson if who sent it is no longer in finance; the refusals of `prepare_payroll`.
    """
    actor = await uow.persons.get(upload.person_id)
    check_finance(actor)
    month = Month.of(upload.month)
    read = read_wages(rows, month, await uow.persons.where())
    if not read.faults:
        await prepare_payroll(month, read.by_person, file_sha256, uow=uow, actor_id=actor.id)
    return read.faults


async def forget_file(upload: WagesUpload, *, uow: UnitOfWork, is_taken: bool) -> WagesUpload:
    """It is read, taken or not: where the file lay is kept no longer."""
    facts = {"upload": upload.id, "month": upload.month, "is_taken": is_taken}
    await uow.log.write(LogRow(act="wages_file_read", actor_id=upload.person_id, facts=facts))
    return await uow.wages_uploads.put(replace(upload, file_id="", read_at=uow.now))
