"""A storm of random updates and forged button data on cases of every stage: no fault, no effect without a right."""

import json
import random
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import text

from bot.all_routes import all_routes
from bot.clock import SystemClock
from bot.dispatch import Dispatcher
from bot.inbox.chat import chat_of
from bot.inbox.worker import Worker
from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import UnitsOfWork
from core.model.case import Stage
from core.model.person import Person
from core.model.roles import Grant, Role
from handlers.joining import stranger_arrived
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, PEOPLE, person
from tests.rights.scenes.cases import PRESSES, STAGES, case_at
from tests.rights.scenes.notices import NOTICE
from tests.soak.counting import Count
from tests.soak.forging import Forger
from tests.storage.opening import units_on

# what a case is made of; who has no part in it changes none of this
OF_A_CASE = ("cases", "parties", "statements", "figures", "decisions", "notices", "appeals", "duties")
FIRST = 1_000
AT_A_TIME = 2_000
STRANGER = 9_999
INSERT = "INSERT INTO inbox VALUES (?, ?, ?, '2025-03-03 00:12:00.000000', 'waiting', 0, '')"
FAULTS = "SELECT update_id FROM inbox WHERE state = 'aside' OR tries > 0"
WAITING = "SELECT 1 FROM inbox WHERE state = 'waiting' LIMIT 1"


def outsiders() -> tuple[Person, ...]:
    """People of the company without any right in the case (an auditor may open a correction), and one who has left."""
    return (
        person("E22", grants=(Grant(Role.EMPLOYEE, "suzhou"),)),
        person("E23", site="wuxi", grants=(Grant(Role.QUALITY, "wuxi"), Grant(Role.SALES, "wuxi"))),
        person("E24", grants=(Grant(Role.QUALITY, "suzhou"), Grant(Role.ADMIN)), left_on=date(2025, 3, 1)),
    )


@dataclass(slots=True)
class Storm:
    """What has come of it so far; `without` are those who have no right in the case."""

    seed: int
    without: tuple[Person, ...] = field(default_factory=outsiders)
    stages: tuple[Stage, ...] = STAGES
    unhandled: int = 0
    without_a_right: int = 0

    async def blows(self, updates: int, folder: Path) -> list[Count]:
        """So many updates, on a company for each stage of its case."""
        for place, stage in enumerate(self.stages):
            async with _company_at(stage, folder / f"{stage}.sqlite3") as units:
                await self._over(units, updates // len(self.stages) // 2, place)
        return [
            Count("unhandled errors", self.unhandled),
            Count("effects without a right", self.without_a_right),
        ]

    async def _over(self, units: UnitsOfWork, updates: int, place: int) -> None:
        rng = random.Random(self.seed + place)  # noqa: S311 - a storm, no secret
        routes = all_routes()
        verbs = sorted({*routes.presses, *routes.group_presses})
        worker = Worker(
            units, Dispatcher(routes, stranger_arrived, "gongdao_bot"), SystemClock(), lambda _uow: None
        )
        without = [one.chat_id or 0 for one in self.without] + [STRANGER]
        buttons = await _buttons(units)
        before = await _state(units)
        numbers = iter(range(FIRST, FIRST + 2 * updates))
        await self._deliver(
            units, worker, Forger(rng, verbs, buttons, without), [next(numbers) for _ in range(updates)]
        )
        self.without_a_right += len(before - await _state(units))
        everybody = [person(number).chat_id or 0 for number in PEOPLE] + without
        await self._deliver(units, worker, Forger(rng, verbs, buttons, everybody), list(numbers))

    async def _deliver(
        self, units: UnitsOfWork, worker: Worker, forger: Forger, numbers: Sequence[int]
    ) -> None:
        unreadable: set[int] = set()
        for start in range(0, len(numbers), AT_A_TIME):
            rows = []
            for number in numbers[start : start + AT_A_TIME]:
                update, is_readable = forger.update(number)
                if not is_readable:
                    unreadable.add(number)
                rows.append((number, chat_of(update), json.dumps(update)))
            await _take_in(units, worker, rows)
        found = set(await _numbers(units, FAULTS))
        self.unhandled += len(found.intersection(numbers) - unreadable)


async def _take_in(units: UnitsOfWork, worker: Worker, rows: Iterable[tuple[int, int, str]]) -> None:
    async with units.database.writing() as connection:
        await connection.exec_driver_sql(INSERT, list(rows))
    while await _numbers(units, WAITING):
        await worker.handle_batch()


async def _numbers(units: UnitsOfWork, sql: str) -> list[int]:
    async with units.database.reading() as connection:
        return [row[0] for row in await connection.execute(text(sql))]


async def _buttons(units: UnitsOfWork) -> list[str]:
    """What the buttons really send that stand under the case as it is, and under its notices."""
    async with units.open(NOW) as uow:
        version = (await uow.cases.get(1)).version
        notices = [notice.id for notice in await uow.notices.where()]
    under_case = [one.format(version=version) for one in PRESSES]
    return under_case + [one.format(notice=notice) for one in NOTICE for notice in notices]


async def _state(units: UnitsOfWork) -> set[tuple[str, str]]:
    """Every row of the case as it stands."""
    async with units.open(NOW) as uow:
        return {(name, repr(thing)) for name in OF_A_CASE for thing in await getattr(uow, name).where()}


@asynccontextmanager
async def _company_at(stage: Stage, file: Path) -> AsyncIterator[UnitsOfWork]:
    database = open_database(file)
    await migrate(database)
    units = units_on(database)
    await _move_in(await case_at(stage), units)
    yield units
    await database.close()


async def _move_in(fake: FakeUnitOfWork, units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        for name in ("persons", *OF_A_CASE):
            things = getattr(fake, name).things
            for key in sorted(things):
                await getattr(uow, name).add(things[key])
        for one in outsiders():
            if await uow.persons.one(employee_no=one.employee_no) is None:
                await uow.persons.add(one)
