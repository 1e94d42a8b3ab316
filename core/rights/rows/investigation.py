"""Finding out: cause, losses, persons, rates; and being heard."""

from core.model.case import WORKED_ON, Stage
from core.rights.action import Action
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.INVESTIGATE,
        who=(Tie.OWNER,),
        stages=WORKED_ON,
        otherwise="only_the_owner",
        presses=(
            *("investigate", "more", "rulebooks"),
            *("cause", "cause_code", "put_cause", "containment", "excess", "incident_day"),
            *("department", "departments", "fault", "fault_share"),
            *("detail", "detail_answer", "detail_several", "detail_several_done"),
            *("loss_cost", "loss_new", "loss_open", "loss_remove", "loss_told", "losses"),
            *("parties", "party", "party_drop", "party_find", "party_pick", "party_role"),
            *("answer_fact", "question", "questions", "several", "several_done"),
            *("rate", "rate_other"),
        ),
        steps=(
            *("cause", "containment", "excess_reason", "incident_day", "department_share"),
            *("party_detail", "loss_amount", "party_who", "fact_answer", "rate_reason", "rate_typed"),
        ),
    ),
    Right(
        action=Action.PUT_FIGURES,
        who=(Tie.OWNER,),
        stages=(Stage.INVESTIGATING,),
        otherwise="only_the_owner",
        presses=("put",),
    ),
    Right(
        action=Action.CONCLUDE_WITHOUT_CHARGE,
        who=(Tie.OWNER,),
        stages=(Stage.INVESTIGATING,),
        otherwise="only_the_owner",
        presses=("nobody", "bearer"),
        steps=("nobody_reason",),
    ),
    Right(
        action=Action.CHOOSE_RULEBOOK,
        who=(Tie.OWNER,),
        stages=(Stage.INVESTIGATING,),
        otherwise="only_the_owner",
        presses=("rulebook",),
    ),
    Right(
        action=Action.STATE,
        who=(Tie.NAMED,),
        stages=WORKED_ON,
        otherwise="only_the_named",
        is_personal=True,
        presses=("silent", "speak"),
        steps=("statement",),
    ),
)
