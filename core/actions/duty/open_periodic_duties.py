"""Open what the rulebooks in force demand by the calendar, and ring again when the next day begins."""

from datetime import datetime, time, timedelta
from typing import Final

from core.actions.deadline.keep_digests import keep_digests
from core.actions.deadline.start_clock import start_clock
from core.actions.report.send_reports import keep_reports
from core.actions.rulebook.books_at import entries_at
from core.model.company import InForce
from core.model.duty import RULEBOOK_DUTY
from core.model.log import LogRow
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.deadline.clock_of_duty import clock_of_period
from core.rules.duty.demanded_row import Opening, demanded_row
from core.rules.duty.periodic_duties import Periodic, periodic_duties

CALENDAR: Final = "calendar"


async def keep_calendar(uow: UnitOfWork) -> None:
    """Open what the present periods demand at every site, once each; the next look is at the next midnight.

    After a long stop only the present periods open: nobody is asked for reports of months gone by.
    """
    for site in uow.company.sites:
        for entry, book in entries_at(site.id, uow=uow):
            await _open(site.id, entry, book, uow)
    at = min(_next_midnight(site.id, uow) for site in uow.company.sites)
    await keep_digests(uow)
    await keep_reports(uow)
    await uow.timers.start(Timer(key=f"{CALENDAR}:{at.isoformat()}", kind=CALENDAR, subject_id=0, due_at=at))


async def calendar_rang(timer: Timer, uow: UnitOfWork) -> None:
    """Another day has begun somewhere."""
    _ = timer
    await keep_calendar(uow)


async def _open(site: str, entry: InForce, book: CompiledRulebook, uow: UnitOfWork) -> None:
    today = uow.today(site)
    for one in periodic_duties(book, entry.settings, today):
        opening = _opening(site, entry.rulebook, one, uow)
        if await uow.duties.one(key=opening.key) is None:
            duty = await uow.duties.add(demanded_row(opening, one.row, uow.company, uow.now))
            clock = clock_of_period(duty, _due_at(site, one, uow), book)
            await start_clock(clock, None, uow=uow)
            await uow.log.write(LogRow(act="duties_opened", facts={"duties": [duty.id]}))


def _opening(site: str, rulebook: str, one: Periodic, uow: UnitOfWork) -> Opening:
    zone, since = uow.company.zone(site), one.period.first.isoformat()
    return Opening(
        key=f"calendar:{site}:{rulebook}:{one.rule}:{since}:{one.period.last.isoformat()}",
        kind=RULEBOOK_DUTY,
        rule=one.rule,
        rulebook=rulebook,
        on=uow.now.astimezone(zone).date(),
        site=site,
        period=since,
        due_at=_due_at(site, one, uow),
    )


def _due_at(site: str, one: Periodic, uow: UnitOfWork) -> datetime:
    ends_on = one.period.due_on(one.row.day) + timedelta(days=1)
    return datetime.combine(ends_on, time(), uow.company.zone(site))


def _next_midnight(site: str, uow: UnitOfWork) -> datetime:
    zone = uow.company.zone(site)
    return datetime.combine(uow.now.astimezone(zone).date() + timedelta(days=1), time(), zone)
