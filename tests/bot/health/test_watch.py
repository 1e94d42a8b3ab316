"""The watch-dog tells the admins once, and once when all is well again; it does not bark at what is on its way."""

import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text, update

from bot.health.watch import LOOK_EVERY, LOOKS_MISSED, Watch
from bot.health.watching import Watching
from bot.storage.engine import open_database
from bot.storage.machine_tables import outbox
from bot.storage.tables import timers
from bot.storage.ticks import ALIVE, last_tick
from bot.storage.unit_of_work import UnitsOfWork
from core.model.message import Message
from core.model.roles import Grant, Role
from core.model.timer import Timer
from tests import make
from tests.make import NOW
from tests.storage.opening import units_on

LATE = timedelta(minutes=16)
TOLD = "SELECT payload FROM outbox WHERE once LIKE 'watch_%' ORDER BY id"


class Kennel:
    """A watch-dog over a database, with a clock that a test sets."""

    def __init__(self, units: UnitsOfWork, folder: Path) -> None:
        self.units = units
        self.at = NOW
        self.seconds = 0.0
        self.dog = Watch(units, self, Watching(data=folder), lambda: self.seconds)

    def now(self) -> datetime:
        return self.at

    def seconds_until(self, at: datetime) -> float | None:
        return (at - self.at).total_seconds()

    def passes(self, at: datetime) -> datetime:
        return max(at, self.at)

    async def looks(self, times: int = 2) -> None:
        for _ in range(times):
            await self.dog.look()

    async def told(self) -> list[str]:
        async with self.units.database.reading() as connection:
            return list((await connection.execute(text(TOLD))).scalars())

    async def queues(self, *, sent_at: datetime | None) -> None:
        """One message is left behind; another may have left."""
        async with self.units.open(NOW) as uow:
            person = await uow.persons.one(employee_no="E17")
            assert person is not None
            for _ in range(2):
                await uow.outbox.tell(person, Message(template="turn_failed"))
        async with self.units.open(NOW) as uow:
            left = update(outbox).where(outbox.c.id == 1).values(state="sent", sent_at=sent_at)
            await uow.connection.execute(left if sent_at else update(outbox).values(state="waiting"))

    async def starts_timer(self, due_at: datetime) -> None:
        async with self.units.open(NOW) as uow:
            await uow.timers.start(Timer(key="one", kind="good", subject_id=1, due_at=due_at))

    async def rings(self) -> None:
        async with self.units.open(self.at) as uow:
            await uow.connection.execute(update(timers).values(rung_at=self.at))


@pytest.fixture
async def kennel(migrated: Path, tmp_path: Path) -> AsyncIterator[Kennel]:
    database = open_database(Path(shutil.copy(migrated, tmp_path / "test.sqlite3")))
    units = units_on(database)
    async with units.open(NOW) as uow:
        await uow.persons.add(make.person("E17"))
        await uow.persons.add(make.person("E01", grants=(Grant(Role.ADMIN, "*"),)))
    yield Kennel(units, tmp_path)
    await database.close()


async def test_a_timer_that_did_not_ring_is_told_once_and_once_when_it_has(kennel: Kennel) -> None:
    await kennel.starts_timer(NOW)
    kennel.at = NOW + LATE
    await kennel.looks(4)
    raised = await kennel.told()
    await kennel.rings()
    await kennel.looks(3)

    assert len(raised) == 1
    assert "1 个" in raised[0]
    told = await kennel.told()
    assert len(told) == 2
    assert "已经恢复" in told[1]


async def test_what_is_late_at_the_first_look_may_be_about_to_leave(kennel: Kennel) -> None:
    await kennel.starts_timer(NOW - timedelta(days=2))
    await kennel.looks(1)
    await kennel.rings()
    await kennel.looks(2)

    assert await kennel.told() == []


async def test_a_message_left_behind_while_others_leave_is_told(kennel: Kennel) -> None:
    await kennel.queues(sent_at=NOW + LATE)
    kennel.at = NOW + LATE

    await kennel.looks()

    (told,) = await kennel.told()
    assert "1 条" in told


async def test_without_a_network_nobody_is_told_what_could_not_arrive_anyway(kennel: Kennel) -> None:
    await kennel.queues(sent_at=None)
    kennel.at = NOW + LATE

    await kennel.looks(5)

    assert await kennel.told() == []


async def test_an_alarm_outlives_the_process(kennel: Kennel, tmp_path: Path) -> None:
    await kennel.starts_timer(NOW)
    kennel.at = NOW + LATE
    await kennel.looks()
    again = Kennel(kennel.units, tmp_path)
    again.at = kennel.at + timedelta(minutes=1)
    await again.looks(3)
    while_late = len(await again.told())
    await again.rings()
    await again.looks(1)

    assert (while_late, len(await again.told())) == (1, 2)


async def test_a_second_alarm_is_told_again(kennel: Kennel) -> None:
    await kennel.starts_timer(NOW)
    kennel.at = NOW + LATE
    await kennel.looks()
    await kennel.rings()
    await kennel.looks(1)
    async with kennel.units.open(NOW) as uow:
        await uow.timers.start(Timer(key="two", kind="good", subject_id=1, due_at=NOW))
    kennel.at += timedelta(minutes=1)
    await kennel.looks()

    assert len(await kennel.told()) == 3


async def test_each_look_is_a_sign_of_life(kennel: Kennel) -> None:
    kennel.at = NOW + timedelta(hours=1)
    await kennel.looks(1)

    async with kennel.units.database.reading() as connection:
        assert await last_tick(connection, ALIVE) == kennel.at


async def test_a_process_in_which_nobody_gets_to_look_is_not_well(kennel: Kennel) -> None:
    kennel.seconds = LOOK_EVERY * LOOKS_MISSED - 1
    before = kennel.dog.is_well()
    kennel.seconds += 1
    hung = kennel.dog.is_well()
    await kennel.looks(1)

    assert (before, hung, kennel.dog.is_well()) == (True, False, True)
