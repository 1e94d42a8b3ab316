"""Whom the rulebook names decides the reward for a tip: an amount within the range, or none."""

from dataclasses import replace

from core.actions.tip.tip_rights import tip_readers
from core.errors import NotAllowed, SomebodyWasFirst
from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.money import ZERO, Money
from core.model.person import Person
from core.model.tip import TipReward
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_theirs
from core.rights.tie import Tie


async def decide_tip_reward(reward_id: int, amount: Money, *, actor: Person, uow: UnitOfWork) -> TipReward:
    """The reward with its amount; nothing means that there is none.

    NotThisPerson for anybody else, SomebodyWasFirst if it is decided, NotAllowed outside the range.
    """
    reward = await open_tip_reward(reward_id, actor=actor, uow=uow)
    if amount != ZERO and not reward.least <= amount <= reward.most:
        raise NotAllowed("tip_reward_bounds", least=reward.least, most=reward.most)
    decided = await uow.tip_rewards.put(replace(reward, amount=amount, decided_at=uow.now))
    tip = await uow.tips.get(reward.tip_id)
    facts = {"tip": tip.number, "amount": str(amount), "clause": reward.clause}
    await uow.log.write(LogRow(act="tip_reward_decided", actor_id=actor.id, facts=facts))
    data = {"number": tip.number, "amount": amount, "is_given": amount != ZERO}
    for person in await tip_readers(uow):
        await uow.outbox.tell(
            person, Message(template="tip_reward_decided", data=data, urgency=Urgency.NOTICE)
        )
    return decided


async def open_tip_reward(reward_id: int, *, actor: Person, uow: UnitOfWork) -> TipReward:
    """The reward while it is to be decided, for whom it was put to; else raises why not."""
    reward = await uow.tip_rewards.get(reward_id)
    check_theirs(Action.DECIDE_TIP_REWARD, actor, NOWHERE.tied(Tie.ASKED, (reward.decider_id,)))
    if reward.amount is not None:
        raise SomebodyWasFirst("tip_reward_decided_already", amount=reward.amount)
    return reward
