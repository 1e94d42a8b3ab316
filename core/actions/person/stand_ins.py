"""Who stands in for whom today, at the site of whoever is absent."""

from collections.abc import Iterable

from core.model.deputy import Deputy, Deputyship, deputy_for
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import may_stand_in


async def absent_for(deputy: Person, *, uow: UnitOfWork) -> tuple[Person, ...]:
    """Those the person stands in for now, in the order in which they were named."""
    rows = [row for row in await _open(uow) if row.deputy_id == deputy.id]
    people = [(row, await uow.persons.get(row.person_id)) for row in rows]
    return tuple(person for row, person in people if _is_away(row, person, uow))


async def deputy_of(absent: Person, *, uow: UnitOfWork) -> Deputy | None:
    """Who acts for the person now; None if they are here, or the deputy has left."""
    for row in await _open(uow):
        if row.person_id == absent.id and _is_away(row, absent, uow):
            person = await uow.persons.get(row.deputy_id)
            has_left = person.has_left(uow.today(person.site))
            return None if has_left else await acting_for(person, absent, uow=uow)
    return None


async def acting_for(person: Person, absent: Person, *, uow: UnitOfWork) -> Deputy:
    """That person in the place of the other, kept out of cases in which they are named, or decided otherwise."""
    named = await uow.waits.named_in(person.id)
    return deputy_for(person, absent, named | await uow.waits.decided_in(person.id, but_for=absent.id))


async def asked_instead(
    action: Action, people: Iterable[Person], there: Circumstances, *, uow: UnitOfWork
) -> tuple[Person, ...]:
    """Whom to ask: for whoever is absent their deputy, if they can be told and nothing keeps them from it; each once."""
    asked: dict[int, Person] = {}
    for person in people:
        deputy = await deputy_of(person, uow=uow)
        if deputy is not None and deputy.can_be_told() and may_stand_in(action, deputy, there):
            asked.setdefault(deputy.id, deputy)
        else:
            asked[person.id] = person
    return tuple(asked.values())


async def _open(uow: UnitOfWork) -> tuple[Deputyship, ...]:
    # all of them at once: they are few, and a shelf remembers what it was asked before
    return await uow.deputyships.where(ended_at=None)


def _is_away(row: Deputyship, absent: Person, uow: UnitOfWork) -> bool:
    today = uow.today(absent.site)
    return row.is_in_force(today) and not absent.has_left(today)
