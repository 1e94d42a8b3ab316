"""Open questions are written at the end of a transaction, and are there for whoever asks before."""

from dataclasses import replace

import pytest
from pydantic_core import PydanticSerializationError
from sqlalchemy import text

from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.model.dialogue import Dialogue
from tests.make import NOW

FIRST = Dialogue(person_id=7, step="customer", data={"draft": 3}, asked_at=NOW)
SECOND = replace(FIRST, step="demand")


async def test_a_question_is_known_at_once_and_written_at_the_end(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.dialogues.put(FIRST)
        await uow.dialogues.put(SECOND)
        assert await uow.dialogues.find(7) == SECOND
        assert await _written(uow) == 0

    async with units.open(NOW) as uow:
        assert await uow.dialogues.get(7) == SECOND
        assert await _written(uow) == 1


async def test_whoever_asks_by_anything_else_sees_it_too(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.dialogues.put(FIRST)

        assert await uow.dialogues.where(step="customer") == (FIRST,)
        assert await uow.dialogues.one(step="demand") is None


async def test_what_a_savepoint_undid_was_never_asked(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.dialogues.put(FIRST)
        with pytest.raises(LookupError):
            await _ask_and_fail(uow)

        assert await uow.dialogues.get(7) == FIRST
        assert await uow.dialogues.find(8) is None

    async with units.open(NOW) as uow:
        assert await uow.dialogues.where() == (FIRST,)


async def test_a_question_that_was_answered_in_the_same_transaction_leaves_no_trace(
    units: UnitsOfWork,
) -> None:
    async with units.open(NOW) as uow:
        await uow.dialogues.put(FIRST)
        await uow.dialogues.remove(7)
        assert await uow.dialogues.find(7) is None

    async with units.open(NOW) as uow:
        assert await uow.dialogues.where() == ()


async def test_what_it_remembers_reads_the_same_before_and_after_it_is_written(units: UnitsOfWork) -> None:
    asked = replace(FIRST, data={"pieces": (1, 2), "at": NOW})
    async with units.open(NOW) as uow:
        await uow.dialogues.put(asked)
        before = await uow.dialogues.get(7)

    async with units.open(NOW) as uow:
        assert await uow.dialogues.get(7) == before


async def test_what_cannot_be_written_fails_when_it_is_put(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        with pytest.raises(PydanticSerializationError):
            await uow.dialogues.put(replace(FIRST, data={"thing": object()}))


async def _ask_and_fail(uow: SqlUnitOfWork) -> None:
    async with uow.savepoint():
        await uow.dialogues.remove(7)
        await uow.dialogues.put(replace(SECOND, person_id=8))
        await uow.dialogues.where()
        raise LookupError


async def _written(uow: SqlUnitOfWork) -> int:
    return int((await uow.connection.execute(text("SELECT count(*) FROM dialogues"))).scalar_one())
