"""One transaction over everything: all of it, or none."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.storage.moving import move_chat
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.actions.draft.start_draft import start_draft
from core.errors import NoSuchThing
from core.model.dialogue import Dialogue
from core.model.draft import DraftState
from core.model.group import Group
from core.model.message import Message
from core.ports import UnitOfWork
from tests import make
from tests.make import NOW

HELLO = Message(template="command_unknown", data={"command": "/x"})
GROUP = Group(chat_id=-100, title="苏州厂客诉", site="suzhou", linked_by=1, linked_at=NOW)


async def test_it_is_what_actions_expect(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        expected: UnitOfWork = uow

    assert expected.now == NOW


async def test_an_exception_leaves_neither_rows_nor_log_nor_messages(units: UnitsOfWork) -> None:
    with pytest.raises(LookupError):
        await _greet_and_fail(units)

    async with units.open(NOW) as uow:
        assert await uow.persons.where() == ()
    assert await _count(units, "outbox") == 0


async def test_a_savepoint_that_fails_leaves_what_was_before_it(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        zhang = await uow.persons.add(make.person("E17"))
        with pytest.raises(NoSuchThing):
            await _rename_and_fail(uow, zhang.id)
        assert (await uow.persons.get(zhang.id)).name == "张伟"
        await uow.outbox.tell(zhang, HELLO)

    assert await _count(units, "outbox") == 1


async def test_numbers_leave_no_gap_when_work_is_undone(units: UnitsOfWork) -> None:
    with pytest.raises(LookupError):
        await _greet_and_fail(units)

    async with units.open(NOW) as uow:
        assert [await uow.numbers.next("cases") for _ in range(3)] == [1, 2, 3]
        assert await uow.numbers.next("notices") == 1


async def test_a_message_that_may_go_out_once_is_queued_once(units: UnitsOfWork) -> None:
    reminder = replace(HELLO, once="first_reply:1:E17")
    for _ in range(2):
        async with units.open(NOW) as uow:
            person = await uow.persons.one(employee_no="E17") or await uow.persons.add(make.person("E17"))
            assert await uow.outbox.tell(person, reminder)
            assert await uow.outbox.tell(person, reminder)

    assert await _count(units, "outbox") == 1


async def test_nobody_is_told_who_cannot_be_reached(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        assert not await uow.outbox.tell(make.person("E17", chat_id=None), HELLO)
        assert not await uow.outbox.tell(make.person("E17", is_reachable=False), HELLO)
        assert not await uow.outbox.post("suzhou", HELLO)

    assert await _count(units, "outbox") == 0


async def test_a_site_is_posted_to_in_its_group(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.groups.add(GROUP)
        assert await uow.outbox.post("suzhou", HELLO)
        assert not await uow.outbox.post("wuxi", HELLO)

    assert await _count(units, "outbox WHERE chat_id = -100") == 1


async def test_words_for_printing_carry_no_marks(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        message = Message(template="update_set_aside", data={"update_id": 1, "who": "<b>", "fault": "x & y"})
        words = await uow.outbox.words("en", message)

    assert "From: <b>\nReason: x & y\n" in words


async def test_people_of_a_batch_are_known_by_their_chats(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        zhang = await uow.persons.add(make.person("E17"))
        await uow.meet({1017, 1003})

        assert await uow.person_in(1017) == zhang
        assert await uow.person_in(1003) is None


async def test_drafts_that_a_batch_is_asked_about_are_known_with_it(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        zhang = await uow.persons.add(make.person("E17"))
        draft = await start_draft(DraftState.OPEN, NOW, actor=zhang, uow=uow)
        await uow.dialogues.put(
            Dialogue(person_id=zhang.id, step="walking", data={"draft": draft.id}, asked_at=NOW)
        )
    async with units.open(NOW) as uow:
        await uow.meet({1017})
        await uow.connection.execute(text("DELETE FROM drafts"))

        assert await uow.drafts.find(draft.id) == draft


async def test_an_account_that_was_linked_or_unlinked_meanwhile_is_noticed(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        zhang = await uow.persons.add(make.person("E17"))
        await uow.meet({1017, 1003})
        await uow.persons.put(replace(zhang, chat_id=None))
        li = await uow.persons.add(make.person("E03"))

        assert await uow.person_in(1017) is None
        assert await uow.person_in(1003) == li


async def test_a_group_that_moved_takes_along_its_cards_and_messages(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.groups.add(GROUP)
        await uow.outbox.post("suzhou", HELLO)
        await uow.flush()
        await uow.connection.execute(text("INSERT INTO cards VALUES ('case:1', -100, 5)"))

        await move_chat(uow, -100, -200)
        await move_chat(uow, -100, -200)

        assert await uow.groups.one(chat_id=-200)
    assert await _count(units, "cards WHERE chat_id = -200") == 1
    assert await _count(units, "outbox WHERE chat_id = -200") == 1


async def test_what_a_message_was_about_is_found_by_its_place(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.connection.execute(text("INSERT INTO shown VALUES (1017, 5, 42)"))

        assert await uow.shown(1017, 5) == 42
        assert await uow.shown(1017, 6) is None


async def _greet_and_fail(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        person = await uow.persons.add(make.person("E17"))
        await uow.outbox.tell(person, HELLO)
        assert await uow.numbers.next("cases") == 1
        raise LookupError


async def _rename_and_fail(uow: SqlUnitOfWork, person_id: int) -> None:
    async with uow.savepoint():
        person = await uow.persons.get(person_id)
        await uow.persons.put(replace(person, name="别人"))
        await uow.outbox.tell(person, HELLO)
        await uow.persons.get(99)


async def _count(units: UnitsOfWork, what: str) -> int:
    async with units.database.reading() as connection:
        counted = await connection.execute(text(f"SELECT count(*) FROM {what}"))  # noqa: S608 - our own words
        return int(counted.scalar_one())
