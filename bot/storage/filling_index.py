"""Fills the index of cases where it lacks some: after an upgrade, or when it is made anew."""

from datetime import datetime

from bot.storage.case_index import absent_from_index, empty_index, has_every_case
from bot.storage.unit_of_work import UnitsOfWork

AT_ONCE = 500


async def fill_index(units: UnitsOfWork, now: datetime, *, is_anew: bool = False) -> int:
    """Read every case that the index does not have, in small transactions; how many were read.

    `is_anew` forgets all it has first: until it is filled again, searches find only part.
    """
    if is_anew:
        async with units.open(now) as uow:
            await empty_index(uow.connection)
    async with units.database.reading() as connection:
        if await has_every_case(connection):
            return 0
    after, count = 0, 0
    while True:
        async with units.open(now) as uow:
            absent = await absent_from_index(uow.connection, AT_ONCE, after)
            uow.touched.update(absent)
            count += await uow.case_index.follow()
        if not absent:
            return count
        after = absent[-1]
