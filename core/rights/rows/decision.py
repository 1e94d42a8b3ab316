"""Confirming, approving, closing, and taking up again."""

from core.model.case import DECIDED, Stage
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.CONFIRM,
        who=(Tie.DESK,),
        stages=(Stage.CONFIRMING, Stage.APPROVING),
        not_if=(Bar.NAMED,),
        otherwise="desk_of_others",
        presses=("confirm",),
    ),
    Right(
        action=Action.OBJECT,
        who=(Tie.DESK,),
        stages=(Stage.CONFIRMING,),
        not_if=(Bar.NAMED,),
        otherwise="desk_of_others",
        presses=("object",),
        steps=("objection_reason",),
    ),
    Right(
        action=Action.ANSWER_OBJECTION,
        who=(Tie.OWNER,),
        stages=(Stage.CONFIRMING,),
        otherwise="only_the_owner",
        presses=("keep",),
        steps=("keeping_reason",),
    ),
    Right(
        action=Action.APPROVE,
        who=(Tie.STEP,),
        stages=(Stage.APPROVING,),
        not_if=(Bar.NAMED, Bar.REPORTED, Bar.PASSED_APART),
        otherwise="step_of_others",
        barred=dict.fromkeys((Bar.NAMED, Bar.REPORTED), "approver_is_involved"),
        presses=("approve", "reject"),
        steps=("rejection_reason",),
    ),
    Right(
        action=Action.TAKE_BACK,
        who=(Tie.LAST_WORD,),
        stages=(Stage.CONFIRMING, Stage.APPROVING),
        otherwise="nothing_to_take_back",
        is_personal=True,
        presses=("take_back",),
    ),
    Right(
        action=Action.CORRECT,
        who=(Role.QUALITY, Role.AUDITOR, Role.FINANCE),
        stages=DECIDED,
        not_if=(Bar.NAMED,),
        otherwise="correction_by_roles",
        presses=("correct",),
        steps=("correction_reason",),
    ),
    Right(
        action=Action.REVIEW_REPETITION,
        who=(Tie.OWNER,),
        otherwise="duty_of_another",
        presses=("review", "leave_as_is"),
        steps=("review_reason",),
    ),
    Right(
        action=Action.CLOSE_CASE,
        who=(Tie.OWNER, Role.QUALITY),
        stages=(Stage.DECIDED, Stage.REFUSED),
        not_if=(Bar.NAMED,),
        otherwise="closed_by_quality",
        presses=("close", "close_now"),
    ),
)
