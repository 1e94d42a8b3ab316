"""Prepare a month's batch from its wages: sealed, and only of those who owe something."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.actions.money.payroll_file import payroll_file
from core.actions.money.tell_finance import tell_finance
from core.actions.tip.pay_tip_reward import book_bonuses
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.money import Money
from core.payroll.batch import Batch, BatchState, SealedWage
from core.payroll.month import Month
from core.payroll.planning import PlannedPerson, planned
from core.payroll.view import PayrollView
from core.payroll.wage_note import WageNote
from core.ports import UnitOfWork

KEPT: Final = timedelta(days=731)
"""How long a wage and its limit stay readable for finance and auditors: two years, also with a leap day in them."""


async def prepare_payroll(
    month: Month,
    wages: Mapping[int, Money],
    file_sha256: str,
    *,
    uow: UnitOfWork,
    actor_id: int | None = None,
) -> PayrollView:
    """The month's preview, to be made into a batch in chat. The same file again changes nothing.

    `actor_id` is who sent the wages in chat; None for the shell.

    NotAllowed if the month has been made or closed already, or the very file was another month's; or if it is a
    month that is yet to come, other than the next.
    """
    check_month(month, uow)
    batch = await _batch(month, file_sha256, uow)
    await book_bonuses(uow=uow)
    file = await payroll_file(month, wages, uow=uow)
    people = planned(file, batch.id)
    await _keep_wages(batch, people, uow)
    facts = {"batch": batch.id, "month": str(month), "file": file_sha256, "people": len(people)}
    await uow.log.write(LogRow(act="payroll_prepared", actor_id=actor_id, facts=facts))
    view = PayrollView(batch=batch, people=people)
    await tell_finance(view, uow=uow)
    return view


def check_month(month: Month, uow: UnitOfWork) -> None:
    """NotAllowed `month_to_come` for a month of which nobody can know the wages."""
    today = uow.today(uow.company.sites[0].id)
    if month > Month.around(today).next:
        raise NotAllowed("month_to_come", month=str(month), today=today)


async def _batch(month: Month, file_sha256: str, uow: UnitOfWork) -> Batch:
    other = await uow.batches.one(file_sha256=file_sha256)
    if other is not None and other.month != str(month):
        raise NotAllowed("wages_of_another_month", month=other.month)
    known = await uow.batches.one(month=str(month))
    if known is None:
        fresh = Batch(month=str(month), file_sha256=file_sha256, prepared_at=uow.now)
        return await uow.batches.add(fresh)
    if known.state is not BatchState.PREPARED:
        raise NotAllowed("payroll_made_already", month=known.month, number=known.number)
    again = replace(known, file_sha256=file_sha256, prepared_at=uow.now, version=known.version + 1)
    return await uow.batches.put(again)


async def _keep_wages(batch: Batch, people: Iterable[PlannedPerson], uow: UnitOfWork) -> None:
    for old in await uow.wages.where(batch_id=batch.id):
        await uow.wages.remove(old.id)
    # not of the month: wages come after it, and are kept from the day they came
    erase_on = (uow.now + KEPT).date()
    for one in people:
        if one.wage is not None:
            sealed = uow.vault.seal(str(WageNote(one.wage, one.limit)))
            await uow.wages.add(
                SealedWage(batch_id=batch.id, person_id=one.person.id, sealed=sealed, erase_on=erase_on)
            )
