"""Take working days that were announced, or that a site does otherwise; open provisional deadlines follow."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.actions.appeal.count_appeal_anew import count_appeal_anew
from core.actions.deadline.keep_digests import keep_digests
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.calendar_year import CalendarYear
from core.model.deadline_clock import Subject
from core.model.log import LogRow
from core.model.timer import Timer
from core.ports import UnitOfWork

ANNOUNCED: Final = "calendar_announced"


async def import_calendar(years: Sequence[CalendarYear], *, uow: UnitOfWork) -> None:
    """Each year takes the place of what was known of it for the same site; the deadlines are counted anew at once."""
    for year in years:
        known = await uow.calendar_years.one(site=year.site, year=year.year)
        if known is None:
            await uow.calendar_years.add(year)
        else:
            await uow.calendar_years.put(replace(year, id=known.id))
    said = [f"{year.year}@{year.site}" if year.site else str(year.year) for year in years]
    await uow.log.write(LogRow(act="calendar_imported", facts={"years": said}))
    key = f"{ANNOUNCED}:{uow.now.isoformat()}"
    await uow.timers.start(Timer(key=key, kind=ANNOUNCED, subject_id=0, due_at=uow.now))


async def calendar_announced(timer: Timer, uow: UnitOfWork) -> None:
    """Only open deadlines that were provisional move; whoever has them is told the old time and the new."""
    _ = timer
    await keep_digests(uow)
    clocks = await uow.deadline_clocks.where(is_provisional=True, stopped_at=None)
    for clock in clocks:
        if clock.subject is Subject.NOTICE:
            await count_appeal_anew(clock, uow=uow)
    for case_id in dict.fromkeys(clock.case_id for clock in clocks if clock.case_id is not None):
        await open_rulebook_duties(case_id, uow=uow)
