"""Whom a case concerns, by role."""

from core.model.case import Case
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork


async def quality_of(site: str, *, uow: UnitOfWork) -> tuple[Person, ...]:
    """The quality persons of that site who are still employed, in the order of the staff file."""
    today = uow.today(site)
    return tuple(
        person
        for person in await uow.persons.where()
        if person.holds(Role.QUALITY, site) and not person.has_left(today)
    )


async def owner_or_quality(case: Case, *, uow: UnitOfWork) -> tuple[Person, ...]:
    """Who leads the case; all quality persons of its site while nobody does."""
    if case.owner_id is not None:
        return (await uow.persons.get(case.owner_id),)
    return await quality_of(case.site, uow=uow)
