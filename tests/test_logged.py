"""The law of the log is worth what it notices."""

import pytest

from core.model.log import LogRow
from tests.logged import nothing_unlogged
from tests.make import case, staffed


async def test_a_change_that_the_log_does_not_know_is_noticed() -> None:
    uow = await staffed()

    with pytest.raises(AssertionError, match="cases"), nothing_unlogged(uow):
        await uow.cases.add(case())


async def test_a_change_that_stands_in_the_log_is_none_to_complain_of() -> None:
    uow = await staffed()

    with nothing_unlogged(uow):
        await uow.cases.add(case())
        await uow.log.write(LogRow(act="case_registered"))

    assert len(await uow.cases.where()) == 1
