"""The shelf over a table and the one in memory keep the same promises."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from bot.storage import tables
from bot.storage.engine import Database
from bot.storage.late_shelf import LateShelf
from bot.storage.shelf import TableShelf
from core.errors import NoSuchThing
from core.model.dialogue import Dialogue
from core.model.person import Person
from core.shelf import Shelf
from tests import make
from tests.fakes import FakeShelf

ZHANG, LI, ZHOU = make.person("E17"), make.person("E03"), make.person("E01")


@pytest.fixture(params=["table", "memory"])
async def shelf(request: pytest.FixtureRequest, database: Database) -> AsyncIterator[Shelf[Person]]:
    async with database.writing() as connection:
        yield TableShelf(connection, tables.persons, Person) if request.param == "table" else FakeShelf()


@pytest.fixture(params=["table", "late", "memory"])
async def questions(request: pytest.FixtureRequest, database: Database) -> AsyncIterator[Shelf[Dialogue]]:
    async with database.writing() as connection:
        shelves: dict[str, Shelf[Dialogue]] = {
            "table": TableShelf(connection, tables.dialogues, Dialogue, key="person_id"),
            "late": LateShelf(connection, tables.dialogues, Dialogue, key="person_id"),
            "memory": FakeShelf("person_id"),
        }
        yield shelves[request.param]


async def test_the_latest_come_first_and_no_more_than_asked_for(shelf: Shelf[Person]) -> None:
    one = [await shelf.add(person) for person in (ZHANG, replace(LI, site="wuxi"), ZHOU)]

    assert await shelf.latest(2) == (one[2], one[1])
    assert await shelf.latest(5, site=ZHANG.site) == (one[2], one[0])
    assert await shelf.latest(1, by="employee_no") == (one[0],)


async def test_what_is_absent_is_the_least(shelf: Shelf[Person]) -> None:
    absent = await shelf.add(replace(ZHANG, left_on=None))
    early, late = [
        await shelf.add(replace(person, left_on=date(2025, 3, day))) for day, person in ((1, LI), (2, ZHOU))
    ]

    assert await shelf.latest(3, by="left_on") == (late, early, absent)


async def test_what_is_added_comes_back_with_an_id_and_otherwise_unchanged(shelf: Shelf[Person]) -> None:
    added = await shelf.add(ZHANG)

    assert added == replace(ZHANG, id=added.id)
    assert await shelf.get(added.id) == added


async def test_ids_count_upwards(shelf: Shelf[Person]) -> None:
    first, second = await shelf.add(ZHANG), await shelf.add(LI)

    assert first.id < second.id


async def test_getting_an_unknown_thing_is_refused_and_finding_it_gives_none(shelf: Shelf[Person]) -> None:
    with pytest.raises(NoSuchThing):
        await shelf.get(99)

    assert await shelf.find(99) is None


async def test_a_thing_not_found_at_first_is_found_once_it_is_there(shelf: Shelf[Person]) -> None:
    assert await shelf.find(1) is None

    added = await shelf.add(ZHANG)

    assert await shelf.find(added.id) == added


async def test_things_are_found_by_any_field_oldest_first(shelf: Shelf[Person]) -> None:
    zhang, li, zhou = [await shelf.add(person) for person in (ZHANG, LI, ZHOU)]

    assert await shelf.where(department="仓储部") == (zhang, li, zhou)
    assert await shelf.where(department="仓储部", name="李强") == (li,)
    assert await shelf.one(department="仓储部") == zhang
    assert await shelf.one(department="厂办") is None
    assert await shelf.where() == (zhang, li, zhou)


async def test_a_tuple_asks_for_any_of_its_values(shelf: Shelf[Person]) -> None:
    zhang, _, zhou = [await shelf.add(person) for person in (ZHANG, LI, ZHOU)]

    assert await shelf.where(employee_no=("E17", "E01")) == (zhang, zhou)
    assert await shelf.where(employee_no=()) == ()


async def test_none_asks_for_what_is_not_there(shelf: Shelf[Person]) -> None:
    linked, unlinked = await shelf.add(ZHANG), await shelf.add(make.person("E03", chat_id=None))

    assert await shelf.where(chat_id=None) == (unlinked,)
    assert await shelf.where(chat_id=(None, linked.chat_id)) == (linked, unlinked)


async def test_putting_replaces_and_is_seen_by_every_later_question(shelf: Shelf[Person]) -> None:
    zhang = await shelf.add(ZHANG)
    assert await shelf.where(is_reachable=True) == (zhang,)

    blocked = await shelf.put(replace(zhang, is_reachable=False))

    assert await shelf.get(zhang.id) == blocked
    assert await shelf.where(is_reachable=True) == ()
    assert await shelf.where(is_reachable=False) == (blocked,)


async def test_a_dialogue_is_kept_once_for_each_person(questions: Shelf[Dialogue]) -> None:
    await questions.put(Dialogue(person_id=7, step="customer", asked_at=make.NOW))
    latest = Dialogue(person_id=7, step="demand", data={"draft": 3}, asked_at=make.NOW)

    await questions.put(latest)

    assert await questions.where() == (latest,)


async def test_a_dialogue_may_be_added_like_anything_else(questions: Shelf[Dialogue]) -> None:
    asked = Dialogue(person_id=7, step="customer", asked_at=make.NOW)

    assert await questions.add(asked) == asked


async def test_what_was_removed_is_gone_and_may_be_removed_again(questions: Shelf[Dialogue]) -> None:
    await questions.put(Dialogue(person_id=7, step="customer", asked_at=make.NOW))

    await questions.remove(7)
    await questions.remove(7)

    assert await questions.find(7) is None


async def test_a_thing_with_an_id_that_is_not_there_cannot_be_put(database: Database) -> None:
    async with database.writing() as connection:
        with pytest.raises(NoSuchThing):
            await TableShelf(connection, tables.persons, Person).put(replace(ZHANG, id=99))


async def test_people_learnt_together_need_no_further_reading(database: Database) -> None:
    async with database.writing() as connection:
        shelf = TableShelf(connection, tables.persons, Person)
        zhang = await shelf.add(ZHANG)

        await shelf.learn("id", [zhang.id, 99])
        await connection.exec_driver_sql("DELETE FROM persons")

        assert await shelf.find(zhang.id) == zhang
        assert await shelf.find(99) is None
        shelf.forget()
        assert await shelf.find(zhang.id) is None


async def test_learning_about_nobody_reads_nothing(database: Database) -> None:
    async with database.writing() as connection:
        assert await TableShelf(connection, tables.persons, Person).learn("id", []) == ()


async def test_a_shelf_knows_whether_anything_was_written_to_it(database: Database) -> None:
    async with database.writing() as connection:
        read, added, taken = (TableShelf(connection, tables.persons, Person) for _ in range(3))
        await added.add(ZHANG)
        await taken.remove(1)
        await read.where(employee_no="E17")

        assert (read.has_changed, added.has_changed, taken.has_changed) == (False, True, True)
