"""Somebody will be away: from which to which day who stands in for them."""

from dataclasses import replace
from datetime import date

from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.deputy import Deputyship
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import check_right
from core.rights.tie import Tie
from core.screens.deputies import deputy_named, deputyship_ended


def check_naming(absent: Person, *, actor: Person) -> None:
    """NotThisPerson unless it is the person themself, or an admin of their site."""
    there = Circumstances(site=absent.site).tied(Tie.SELF, (absent.id,))
    check_right(Action.NAME_DEPUTY, actor, there, name=absent.name)


def check_naming_others(actor: Person) -> None:
    """NotThisPerson unless the person names deputies for others, at any site."""
    check_right(Action.NAME_DEPUTY, actor, NOWHERE, name="")


async def name_deputy(
    absent: Person, deputy: Person, from_on: date, until_on: date, *, actor: Person, uow: UnitOfWork
) -> Deputyship:
    """Keep it, and tell both; the days are those of the absent person's site, both included.

    NotAllowed for days that are over or in the wrong order, for a deputy who has left or is the person themself;
    SomebodyWasFirst where one of the two is away already on one of these days.
    """
    check_naming(absent, actor=actor)
    today = uow.today(absent.site)
    if until_on < from_on or until_on < today:
        raise NotAllowed("deputy_days_wrong", from_on=from_on, until_on=until_on, today=today)
    if deputy.id == absent.id or deputy.has_left(today):
        raise NotAllowed("deputy_impossible", name=deputy.name)
    for one in (absent, deputy):
        await _check_here(one, from_on, until_on, uow)
    named = await uow.deputyships.add(
        Deputyship(
            person_id=absent.id,
            deputy_id=deputy.id,
            from_on=from_on,
            until_on=until_on,
            named_by=actor.id,
            named_at=uow.now,
        )
    )
    facts = {
        "deputyship": named.id,
        "person": absent.id,
        "deputy": deputy.id,
        "from": from_on.isoformat(),
        "until": until_on.isoformat(),
    }
    await uow.log.write(LogRow(act="deputy_named", actor_id=actor.id, facts=facts))
    for person in (absent, deputy):
        if person.id != actor.id:
            await uow.outbox.tell(person, deputy_named(named, absent, deputy, person))
    return named


async def end_deputyship(deputyship_id: int, *, actor: Person, uow: UnitOfWork) -> Deputyship:
    """Call it off before its time, and tell both; a second tap changes nothing."""
    known = await uow.deputyships.find(deputyship_id)
    if known is None:
        raise NoSuchThing("thing_unknown")
    absent = await uow.persons.get(known.person_id)
    check_naming(absent, actor=actor)
    if known.ended_at is not None:
        return known
    ended = await uow.deputyships.put(replace(known, ended_at=uow.now))
    facts = {"deputyship": known.id, "person": known.person_id, "deputy": known.deputy_id}
    await uow.log.write(LogRow(act="deputy_ended", actor_id=actor.id, facts=facts))
    deputy = await uow.persons.get(known.deputy_id)
    for person in (absent, deputy):
        if person.id != actor.id:
            await uow.outbox.tell(person, deputyship_ended(ended, absent, deputy, person))
    return ended


async def _check_here(person: Person, from_on: date, until_on: date, uow: UnitOfWork) -> None:
    for known in await uow.deputyships.where(person_id=person.id, ended_at=None):
        if known.from_on <= until_on and from_on <= known.until_on:
            raise SomebodyWasFirst(
                "away_already", name=person.name, from_on=known.from_on, until_on=known.until_on
            )
