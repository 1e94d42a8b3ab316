"""Confidential tips: who reads them, and who decides what they earn."""

from core.rights.action import Action
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.READ_TIP,
        who=(Tie.OFFICE,),
        otherwise="tips_of_readers",
        is_personal=True,
    ),
    Right(
        action=Action.DECIDE_TIP_REWARD,
        who=(Tie.ASKED,),
        otherwise="tip_reward_of_decider",
        is_personal=True,
        presses=("tip_reward", "tip_reward_typed", "tip_reward_no"),
        steps=("tip_reward",),
    ),
)
