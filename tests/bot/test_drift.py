"""What this program would compute otherwise is looked for beside all else, and logged."""

import asyncio
import logging

import pytest

from bot.drift import AT_ONCE, drift_in, log_drift, looking_for_drift
from bot.storage.unit_of_work import UnitsOfWork
from core.model.case import Stage
from tests.bot.office import Office
from tests.make import NOW, case


async def changed(units: UnitsOfWork, count: int, stage: Stage) -> None:
    async with units.open(NOW) as uow:
        for number in range(count):
            await uow.cases.add(
                case(number=f"{stage}-{number}", stage=stage, rulebook="gone", edition_sha256="0" * 64)
            )


async def test_every_case_that_is_under_way_is_looked_at_a_few_at_a_time(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    await changed(office.units, AT_ONCE + 1, Stage.INVESTIGATING)
    await changed(office.units, 1, Stage.CLOSED)

    with caplog.at_level(logging.WARNING, "bot.drift"):
        await log_drift(office.units, lambda: NOW)

    said = [record.getMessage() for record in caplog.records if record.name == "bot.drift"]
    assert len(said) == AT_ONCE + 1
    assert "case investigating-0, figures 1: rulebook_gone: gone" in said[0]


async def test_closed_cases_are_looked_at_where_they_are_asked_for(office: Office) -> None:
    await changed(office.units, 2, Stage.CLOSED)
    await changed(office.units, 1, Stage.REGISTERED)

    found = [drift.number async for drift in drift_in(office.units, lambda: NOW)]

    assert found == ["closed-0", "closed-1"]


async def test_the_look_ends_with_the_bot_wherever_it_is(office: Office) -> None:
    await changed(office.units, 3 * AT_ONCE, Stage.INVESTIGATING)
    before = asyncio.all_tasks()

    async with looking_for_drift(office.units, lambda: NOW):
        await asyncio.sleep(0)

    assert asyncio.all_tasks() <= before
