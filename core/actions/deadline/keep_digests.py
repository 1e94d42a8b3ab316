"""The morning's digest: at the company's time of every working day, for everybody of a site."""

from typing import Final

from core.actions.deadline.ask_digest import ask_digest
from core.actions.deadline.show_calendar import nag_for_calendar
from core.actions.deadline.start_clock import hours_of
from core.actions.person.stand_ins import deputy_of
from core.model.person import Person
from core.model.timer import Timer
from core.ports import UnitOfWork

DIGEST: Final = "digest"


async def keep_digests(uow: UnitOfWork) -> None:
    """Wait for the next digest of every site."""
    for site in uow.company.sites:
        await _wait(site.id, uow)


async def digest_rang(timer: Timer, uow: UnitOfWork) -> None:
    """It is time: each person of the site gets a list of their own, in a transaction of its own."""
    site = str(timer.data["site"])
    hours = await hours_of(site, uow=uow)
    today = uow.now.astimezone(hours.zone).date()
    if hours.working_days.is_worked(today) and uow.now <= hours.closing(today):
        await nag_for_calendar(today, uow=uow)
        for person in await uow.persons.where(site=site):
            if person.can_be_told() and not person.has_left(today) and not await _is_away(person, uow):
                await ask_digest(person.id, uow=uow)
    await _wait(site, uow)


async def _is_away(person: Person, uow: UnitOfWork) -> bool:
    """Whether what waits for them is in the list of their deputy."""
    deputy = await deputy_of(person, uow=uow)
    return deputy is not None and deputy.can_be_told()


async def _wait(site: str, uow: UnitOfWork) -> None:
    at = (await hours_of(site, uow=uow)).next_digest(uow.now)
    key = f"{DIGEST}:{site}:{at.date().isoformat()}"
    await uow.timers.start(Timer(key=key, kind=DIGEST, subject_id=0, due_at=at, data={"site": site}))
