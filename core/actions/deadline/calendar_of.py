"""The working days of a site."""

from core.model.working_days import WorkingDays
from core.ports import UnitOfWork
from core.rules.deadline.imported_calendar import with_imported


async def calendar_of(site: str, *, uow: UnitOfWork) -> WorkingDays:
    """What ships with the product, with all the company imported for every site and for this one."""
    return with_imported(uow.working_days, await uow.calendar_years.where(site=("", site)))
