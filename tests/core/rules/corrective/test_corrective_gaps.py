"""What of correcting the cause keeps a case open."""

from dataclasses import replace

from core.actions.case.read_closing import read_closing
from core.actions.corrective.check_effect import check_effect
from core.actions.corrective.fill_plan import add_why, sort_cause
from core.actions.corrective.read_corrective import open_corrective
from core.model.corrective_action import ActionKind
from tests.correcting import agreed, correcting, verified
from tests.fakes import FakeUnitOfWork
from tests.make import by_no


async def gaps(uow: FakeUnitOfWork) -> list[str]:
    return [gap.kind for gap in (await read_closing(1, uow=uow)).gaps]


async def test_without_a_plan_nothing_is_missing() -> None:
    assert await gaps(await correcting()) == []


async def test_an_agreed_action_is_a_gate_and_then_its_effect_is() -> None:
    uow = await correcting()
    await agreed(uow)
    assert await gaps(uow) == ["gate", "effect"]

    await verified(uow)
    assert await gaps(uow) == ["effect"]

    await check_effect(1, "零泄漏", actor=await by_no(uow, "E11"), uow=uow)
    assert await gaps(uow) == []


async def test_a_preventive_action_needs_no_effect_of_its_own() -> None:
    uow = await correcting()
    await agreed(uow, kind=ActionKind.PREVENTIVE)
    await verified(uow)

    assert await gaps(uow) == []


async def test_of_a_fault_that_came_back_all_is_to_be_done_anew() -> None:
    uow = await correcting(cause="轴封装反")
    plan = (await open_corrective(1, uow=uow)).plan
    await uow.corrective_plans.add(replace(plan, round=2))
    quality = await by_no(uow, "E11")

    assert await gaps(uow) == ["recurrence"]
    await add_why(1, "工装没有点检", actor=quality, uow=uow)
    await sort_cause(1, "method", actor=quality, uow=uow)
    await agreed(uow)
    await verified(uow)
    assert await gaps(uow) == ["recurrence"]
    await check_effect(1, "零泄漏", actor=quality, uow=uow)
    assert await gaps(uow) == []
