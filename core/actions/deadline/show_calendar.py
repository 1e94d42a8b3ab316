"""Show an admin the working days ahead, and remind all admins in December of next year's."""

from datetime import date

from core.actions.deadline.calendar_of import calendar_of
from core.model.message import Message
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right
from core.screens.calendar import DECEMBER, calendar_missing, calendar_shown


async def show_calendar(*, actor: Person, uow: UnitOfWork) -> Message:
    """The coming weeks of every site; NotThisPerson for anybody but admins."""
    check_right(Action.SEE_CALENDAR, actor, NOWHERE)
    today = uow.today(uow.company.sites[0].id)
    sites = [(site, await calendar_of(site.id, uow=uow)) for site in uow.company.sites]
    return calendar_shown(sites, today)


async def nag_for_calendar(today: date, *, uow: UnitOfWork) -> None:
    """Tell every admin once a week in December while next year's working days are not there."""
    year = today.year + 1
    if today.month != DECEMBER:
        return
    known = [(site, await calendar_of(site.id, uow=uow)) for site in uow.company.sites]
    missing = [site for site, calendar in known if year not in calendar.published]
    week = today.isocalendar().week
    for person in await uow.persons.where(is_reachable=True) if missing else ():
        if person.holds_anywhere(Role.ADMIN) and not person.has_left(today):
            once = f"calendar_missing:{year}:{week}:{person.id}"
            await uow.outbox.tell(person, calendar_missing(year, missing, once))
