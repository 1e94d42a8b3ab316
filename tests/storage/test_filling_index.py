"""The index of cases fills itself where it lacks some."""

from bot.storage.filling_index import AT_ONCE, fill_index
from bot.storage.unit_of_work import UnitsOfWork
from core.finding import tags
from core.finding.wanted import Wanted, Way
from tests import make

HERE = Wanted(ways=(Way(tags=(tags.at_site("suzhou"),)),))


async def test_cases_that_are_not_in_it_are_read_in_small_transactions(units: UnitsOfWork) -> None:
    count = AT_ONCE + 2
    async with units.open(make.NOW) as uow:
        for number in range(count):
            await uow.cases.add(make.case(number=str(number)))
        uow.touched.clear()

    assert await fill_index(units, make.NOW) == count
    assert await fill_index(units, make.NOW) == 0
    async with units.open(make.NOW) as uow:
        assert len(await uow.case_index.find(HERE, count + 1)) == count


async def test_it_is_made_anew_on_demand(units: UnitsOfWork) -> None:
    async with units.open(make.NOW) as uow:
        await uow.cases.add(make.case())

    assert await fill_index(units, make.NOW, is_anew=True) == 1
    async with units.open(make.NOW) as uow:
        assert await uow.case_index.find(HERE, 1) == (1,)


async def test_without_cases_there_is_nothing_to_read(units: UnitsOfWork) -> None:
    assert await fill_index(units, make.NOW) == 0
