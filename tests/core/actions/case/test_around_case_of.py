"""What belongs to a case is judged with who has a part in it; what belongs to none, with nobody."""

from core.actions.case.around_case_of import around_case_of
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE
from tests.liability import complete, who


async def test_who_is_named_and_who_reported_it_are_known() -> None:
    uow = await complete()

    there = await around_case_of(1, uow=uow)

    named = {(await who(uow, number)).id for number in ("E17", "E03", "E01")}
    assert set(there.bars[Bar.NAMED]) == named
    assert there.bars[Bar.REPORTED] == ((await who(uow, "E10")).id,)


async def test_without_a_case_there_is_nobody_to_keep_out() -> None:
    assert await around_case_of(None, uow=await complete()) is NOWHERE
