"""The sample company before the sandbox opens."""

from collections import Counter
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy import func, select

from bot.company_database import company_database
from bot.sample.cast import PARTS
from bot.sample.founding import found_company
from bot.sample.place import OPENING, Place
from bot.storage.machine_tables import outbox
from bot.storage.tables import timers
from bot.storage.unit_of_work import UnitsOfWork
from bot.storage.verify_log import verify_log
from core.actions.deadline.page_waiting import page_waiting
from core.model.case import Stage
from core.model.roles import Role
from core.rules.company.company_gaps import SetUp, gaps_in


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def units(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[UnitsOfWork]:
    place = Place(tmp_path_factory.mktemp("sample"))
    place.clear()
    async with company_database(place.settings()) as opened:
        await found_company(opened)
        yield opened


async def test_twelve_people_in_five_departments_hold_all_roles(units: UnitsOfWork) -> None:
    async with units.open(OPENING) as uow:
        people = await uow.persons.where()

    assert len(people) == 12
    assert len({person.department for person in people}) == 5
    assert {role for role in Role if any(person.holds_anywhere(role) for person in people)} == set(Role)
    assert [person.name for person in people if person.chat_id is None] == ["马超"]
    assert len(PARTS) == 11


async def test_nothing_is_left_that_nobody_could_decide(units: UnitsOfWork) -> None:
    async with units.open(OPENING) as uow:
        set_up = SetUp(
            company=uow.company,
            people=await uow.persons.where(),
            groups=await uow.groups.where(),
            posts={entry.rulebook: () for entry in uow.company.in_force},
            today=OPENING.date(),
        )

    assert {gap.what for gap in gaps_in(set_up)} <= {"no_supervisor"}


async def test_half_a_year_of_cases_stands_at_every_stage(units: UnitsOfWork) -> None:
    async with units.open(OPENING) as uow:
        cases = await uow.cases.where()
        notices = await uow.notices.where()
        appeals = await uow.appeals.where()

    stages = Counter(case.stage for case in cases)
    assert len(cases) >= 20
    assert stages.keys() == set(Stage)
    assert len({case.number for case in cases}) == len(cases)
    assert min(notice.amount.fen for notice in notices) > 0
    assert len(appeals) == 1


async def test_nobody_is_greeted_by_a_heap_of_old_papers(units: UnitsOfWork) -> None:
    async with units.open(OPENING) as uow:
        people = await uow.persons.where()
        waiting = {person.name: (await page_waiting(person, uow=uow)).count for person in people}

    assert max(waiting.values()) <= 10


async def test_only_the_morning_of_the_opening_is_still_to_be_sent(units: UnitsOfWork) -> None:
    async with units.database.reading() as connection:
        waiting = (await connection.execute(select(func.count()).select_from(outbox))).scalar_one()
        overdue = select(func.count()).where(
            timers.c.due_at <= OPENING, timers.c.rung_at.is_(None), timers.c.stopped_at.is_(None)
        )
        late = (await connection.execute(overdue)).scalar_one()

    assert 0 < waiting < 40
    assert late == 0


async def test_the_log_of_half_a_year_is_unbroken(units: UnitsOfWork) -> None:
    async with units.database.reading() as connection:
        assert await verify_log(connection) is None
