"""What of tips comes through the bot's ordinary doors: clocks of tips that nobody hands in, rewards to decide.

What is said in a tip never comes here: it is sealed before it is kept.
"""

from enum import StrEnum

from core.actions.tip.decide_tip_reward import decide_tip_reward, open_tip_reward
from core.actions.tip.send_tip import tip_rang
from core.actions.tip.take_in_tip import TIP_IDLE
from core.model.message import Message
from core.model.money import ZERO, Money
from core.rules.typed.amount_text import amount_in
from core.screens.tip_reward import PAID, REFUSED, TYPED, tip_reward_card
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    AMOUNT = "tip_reward"


async def amount_pressed(turn: Turn) -> None:
    """One end of the range was pressed."""
    await _decided(turn, turn.press.id, Money(number_in(turn.press.arg)))


async def none_pressed(turn: Turn) -> None:
    """不予奖励 was pressed."""
    await _decided(turn, turn.press.id, ZERO)


async def typing_pressed(turn: Turn) -> None:
    """填写金额 was pressed."""
    reward = await open_tip_reward(turn.press.id, actor=turn.actor, uow=turn.uow)
    tip = await turn.uow.tips.get(reward.tip_id)
    data = {"number": tip.number, "least": reward.least, "most": reward.most}
    await turn.ask(Step.AMOUNT, Message(template="tip_reward_amount_asked", data=data), reward=reward.id)


async def amount_typed(turn: Turn) -> None:
    """The amount came."""
    await _decided(turn, number_in(turn.asked("reward")), amount_in(turn.words))
    await turn.settle()


async def _decided(turn: Turn, reward_id: int, amount: Money) -> None:
    reward = await decide_tip_reward(reward_id, amount, actor=turn.actor, uow=turn.uow)
    tip = await turn.uow.tips.get(reward.tip_id)
    title = turn.uow.rulebooks.on(reward.rulebook, reward.asked_at.date()).edition.title
    await turn.redraw(tip_reward_card(reward, tip, title))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={PAID: amount_pressed, REFUSED: none_pressed, TYPED: typing_pressed},
        steps={Step.AMOUNT: amount_typed},
        rings={TIP_IDLE: tip_rang},
    )
