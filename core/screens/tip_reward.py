"""The card on which a reward for a tip is decided: the pseudonym, the clause and its range, and nothing of the tip."""

from typing import Final

from core.model.label import Label
from core.model.message import Button, Message, Urgency
from core.model.tip import Tip, TipReward

PAID: Final = "tip_reward"
TYPED: Final = "tip_reward_typed"
REFUSED: Final = "tip_reward_no"


def tip_reward_card(reward: TipReward, tip: Tip, title: Label) -> Message:
    """With buttons for both ends of the range, for an amount between them and for none, until it is decided."""
    amounts = tuple(
        Button("", PAID, reward.id, arg=str(amount.fen), text=f"{amount}")
        for amount in dict.fromkeys((reward.least, reward.most))
    )
    others = (Button("tip_reward_typed", TYPED, reward.id), Button("tip_reward_no", REFUSED, reward.id))
    return Message(
        template="tip_reward_asked",
        card=f"tip_reward:{reward.id}",
        urgency=Urgency.NOTICE,
        data={"reward": reward, "number": tip.number, "title": title},
        rows=() if reward.amount is not None else (amounts, others),
    )
