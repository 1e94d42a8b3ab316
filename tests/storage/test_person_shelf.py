"""Everybody is read once and kept in mind until the staff change."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.storage import tables
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.errors import NoSuchThing
from core.model.person import Person
from tests import make

NOW = make.NOW


async def names(units: UnitsOfWork) -> list[str]:
    async with units.open(NOW) as uow:
        return [person.name for person in await uow.persons.where()]


async def behind_its_back(uow: SqlUnitOfWork, name: str) -> None:
    await uow.connection.execute(update(tables.persons).values(name=name))


async def come_to_nothing(uow: SqlUnitOfWork, person: Person) -> None:
    async with uow.savepoint():
        await uow.persons.put(replace(person, name="undone"))
        assert [one.name for one in await uow.persons.where()] == ["undone"]
        await uow.persons.get(person.id + 1)


async def hired(units: UnitsOfWork) -> Person:
    async with units.open(NOW) as uow:
        return await uow.persons.add(make.person("E17", name="张伟"))


async def test_the_staff_are_read_once_for_many_transactions(units: UnitsOfWork) -> None:
    await hired(units)
    assert await names(units) == ["张伟"]

    async with units.open(NOW) as uow:
        await behind_its_back(uow, "not through the shelf")

    assert await names(units) == ["张伟"]


async def test_a_change_by_anybody_is_seen_at_once(units: UnitsOfWork) -> None:
    person = await hired(units)
    other_process = UnitsOfWork(units.database, units.surroundings)
    assert await names(units) == await names(other_process) == ["张伟"]

    async with units.open(NOW) as uow:
        await uow.persons.put(replace(person, name="张维"))
        assert [one.name for one in await uow.persons.where()] == ["张维"]
    assert await names(other_process) == ["张维"]

    async with units.open(NOW) as uow:
        await uow.persons.remove(person.id)
    assert await names(other_process) == []


async def test_what_is_undone_is_never_kept_in_mind(units: UnitsOfWork) -> None:
    person = await hired(units)
    async with units.open(NOW) as uow:
        with pytest.raises(NoSuchThing):
            await come_to_nothing(uow, person)
        assert [one.name for one in await uow.persons.where()] == ["张伟"]
    async with units.open(NOW) as uow:
        await uow.persons.put(replace(person, name="张维"))

    assert await names(units) == ["张维"]


async def test_some_of_the_staff_are_asked_of_the_table(units: UnitsOfWork) -> None:
    person = await hired(units)

    async with units.open(NOW) as uow:
        assert await uow.persons.where(site=person.site) == (person,)
