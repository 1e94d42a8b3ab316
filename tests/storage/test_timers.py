"""Clocks as rows: one for each key, moved while they run, never rung twice."""

from dataclasses import replace
from datetime import timedelta

from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from core.model.timer import Timer
from tests.make import NOW

SOON = Timer(
    key="first_reply:1", kind="first_reply", subject_id=1, due_at=NOW + timedelta(hours=1), data={"h": 1}
)
LATER = replace(SOON, due_at=NOW + timedelta(hours=2), data={"h": 2})
OTHER = Timer(key="settle_draft:1", kind="settle_draft", subject_id=1, due_at=NOW + timedelta(seconds=2))


async def test_starting_a_running_key_again_moves_it(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.timers.start(SOON)
        await uow.timers.start(LATER)

        assert [timer.due_at for timer in await uow.timers.running("")] == [LATER.due_at]
        assert (await _next(uow)).data == {"h": 2}


async def test_a_stopped_clock_does_not_ring_and_may_be_started_again(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.timers.start(SOON)
        await uow.timers.stop(SOON.key)
        assert await uow.clocks.next_due() is None

        await uow.timers.start(LATER)

        assert (await _next(uow)).due_at == LATER.due_at


async def test_a_key_that_has_rung_is_left_alone(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.timers.start(SOON)
        await uow.clocks.ring((await _next(uow)).id)

        await uow.timers.start(LATER)
        await uow.timers.stop(SOON.key)

        assert await uow.clocks.next_due() is None
        assert await uow.timers.running("") == ()


async def test_the_earliest_comes_first(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.timers.start(SOON)
        await uow.timers.start(OTHER)

        assert (await _next(uow)).key == OTHER.key


async def test_running_clocks_are_found_by_the_beginning_of_their_key(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        await uow.timers.start(SOON)
        await uow.timers.start(OTHER)
        await uow.timers.start(replace(OTHER, key="settle%draft:2"))

        assert [timer.key for timer in await uow.timers.running("settle_")] == [OTHER.key]


async def _next(uow: SqlUnitOfWork) -> Timer:
    timer = await uow.clocks.next_due()
    assert timer is not None
    return timer
