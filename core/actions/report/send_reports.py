"""Send the week's and the month's report to everybody who wants it, on the morning after."""

from datetime import date
from typing import Final

from core.actions.deadline.start_clock import hours_of
from core.actions.report.read_report import read_report, sites_reported
from core.actions.rulebook.books_at import books_at
from core.errors import NotThisPerson
from core.model.person import Person
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.reports.page import ReportForm
from core.reports.period import ReportPeriod, ReportRhythm, reported
from core.reports.schedule import day_of_summary, next_report
from core.reports.view import ReportView
from core.screens.report import report_sent

REPORT: Final = "report"
REPORT_OF_ONE: Final = "report_of_one"
_RHYTHMS: Final[tuple[ReportRhythm, ...]] = ("weekly", "monthly")


async def keep_reports(uow: UnitOfWork) -> None:
    """Wait for the next of each rhythm."""
    for rhythm in _RHYTHMS:
        await _wait(rhythm, uow)


async def reports_rang(timer: Timer, uow: UnitOfWork) -> None:
    """It is time: each reader gets theirs in a transaction of its own; what is late is the latest one, not each missed."""
    rhythm: ReportRhythm = "monthly" if timer.data["rhythm"] == "monthly" else "weekly"
    today = uow.today(uow.company.sites[0].id).isoformat()
    for one in await uow.subscriptions.where(rhythm=rhythm, ended_at=None):
        await uow.timers.start(
            Timer(
                key=f"{REPORT_OF_ONE}:{rhythm}:{today}:{one.person_id}",
                kind=REPORT_OF_ONE,
                subject_id=one.id,
                person_id=one.person_id,
                due_at=uow.now,
                data={"rhythm": rhythm, "day": today},
            )
        )
    await _wait(rhythm, uow)


async def report_of_one_rang(timer: Timer, uow: UnitOfWork) -> None:
    """One reader's: what they may read today, without persons; nothing for whoever has left or may read none."""
    person = await uow.persons.get(timer.person_id or 0)
    rhythm: ReportRhythm = "monthly" if timer.data["rhythm"] == "monthly" else "weekly"
    today = date.fromisoformat(str(timer.data["day"]))
    if person.can_be_told() and not person.has_left(today):
        await _send(person, reported(rhythm, today).before(), uow, today)


async def _send(person: Person, period: ReportPeriod, uow: UnitOfWork, today: date) -> None:
    try:
        sites = sites_reported(person, uow)
    except NotThisPerson:
        return
    page = await read_report(period, sites, actor=person, uow=uow)
    picture = await uow.drawing.draw(page, ReportForm.OVERVIEW)
    await uow.outbox.tell(person, report_sent(page, ReportView(period), sites, picture.id, today))


async def _wait(rhythm: ReportRhythm, uow: UnitOfWork) -> None:
    site = uow.company.sites[0].id
    at = next_report(rhythm, uow.now, await hours_of(site, uow=uow), day_of_summary(books_at(site, uow=uow)))
    day = at.date().isoformat()
    data = {"rhythm": rhythm, "day": day}
    await uow.timers.start(
        Timer(key=f"{REPORT}:{rhythm}:{day}", kind=REPORT, subject_id=0, due_at=at, data=data)
    )
