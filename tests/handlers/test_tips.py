"""The reward for a tip is decided by presses and a typed amount, under a pseudonym."""

import pytest

from core.actions.tip.propose_tip_reward import propose_tip_reward
from core.errors import NotAllowed
from core.model.money import ZERO, Money
from core.model.tip import Tip
from handlers import tips
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.liability import last_told
from tests.make import NOW, by_no, case, staffed


@pytest.fixture
async def uow() -> FakeUnitOfWork:
    made = await staffed()
    await made.cases.add(case())
    await made.tips.add(Tip(number="T-7F3K", opened_at=NOW))
    await propose_tip_reward("T-7F3K", "250303", actor=await by_no(made, "E08"), uow=made)
    return made


async def chief(uow: FakeUnitOfWork) -> Talk:
    return await talk_with(uow, "E05", tips)


async def amount(uow: FakeUnitOfWork) -> Money | None:
    return (await uow.tip_rewards.get(1)).amount


async def test_one_end_of_the_range_is_pressed(uow: FakeUnitOfWork) -> None:
    talk = await chief(uow)
    await talk.presses("500.00", last_told(uow, "E05", "tip_reward_asked"))

    assert await amount(uow) == Money(50000)
    assert talk.latest().rows == ()


async def test_an_amount_between_is_typed_and_one_outside_asked_again(uow: FakeUnitOfWork) -> None:
    talk = await chief(uow)
    await talk.presses("tip_reward_typed", last_told(uow, "E05", "tip_reward_asked"))
    with pytest.raises(NotAllowed, match="tip_reward_bounds"):
        await talk.sends("600")
    await talk.sends("250元")

    assert await amount(uow) == Money(25000)
    assert uow.dialogues.things == {}


async def test_none_is_a_decision(uow: FakeUnitOfWork) -> None:
    talk = await chief(uow)
    await talk.presses("tip_reward_no", last_told(uow, "E05", "tip_reward_asked"))

    assert await amount(uow) == ZERO
