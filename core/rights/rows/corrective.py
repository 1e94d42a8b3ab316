"""Correcting the cause: planning, verifying, checking the effect, and whether a fault has come back."""

from core.model.case import DECIDED, WORKED_ON, Stage
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.rows.reading import READERS
from core.rights.tie import Tie

_LIVING = (*WORKED_ON, Stage.DECIDED)

ROWS = (
    Right(
        action=Action.READ_CORRECTIVE,
        who=(Tie.OWNER, Tie.TEAM, *READERS),
        stages=(*WORKED_ON, *DECIDED),
        not_if=(Bar.NAMED,),
        otherwise="corrected_by_quality",
        presses=("corrective", "corrective_step"),
    ),
    Right(
        action=Action.PLAN_CORRECTIVE,
        who=(Tie.OWNER, Role.QUALITY),
        stages=_LIVING,
        not_if=(Bar.NAMED,),
        otherwise="corrected_by_quality",
        presses=(
            *("team_pick", "team_out", "why_drop", "cause_class"),
            *(
                "action_new",
                "action_doer",
                "action_due",
                "action_withdraw",
                "action_verifier",
                "verifier_pick",
            ),
        ),
        steps=(
            *("plan_problem", "plan_why", "plan_lessons", "plan_team"),
            *("action_what", "action_doer", "action_due", "action_withdrawn", "action_verifier"),
        ),
    ),
    Right(
        action=Action.SEND_BACK_ACTION,
        who=(Tie.OFFICE,),
        not_if=(Bar.NAMED_UNLESS_ALONE, Bar.DID_FIRST),
        otherwise="duty_of_others",
        barred={Bar.DID_FIRST: "duty_by_another_person"},
        presses=("action_back",),
        steps=("action_sent_back",),
    ),
    Right(
        action=Action.CHECK_EFFECT,
        who=(Tie.OWNER, Role.QUALITY),
        stages=_LIVING,
        not_if=(Bar.NAMED, Bar.DID_FIRST),
        otherwise="corrected_by_quality",
        barred={Bar.DID_FIRST: "effect_by_doer"},
        is_personal=True,
        presses=("effect",),
        steps=("effect_found",),
    ),
    Right(
        action=Action.ANSWER_RECURRENCE,
        who=(Tie.OWNER, Role.QUALITY),
        stages=DECIDED,
        not_if=(Bar.NAMED,),
        otherwise="corrected_by_quality",
        presses=("recurrence", "recurred", "recurred_not"),
    ),
)
