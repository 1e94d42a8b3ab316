"""Duties that a rulebook demands, and what follows when one is missed."""

from core.model.case import LIVING
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.rows.reading import READERS
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.READ_DUTY,
        who=(Tie.OFFICE, Tie.DOER, Tie.OWNER, *READERS),
        otherwise="duty_of_others",
        presses=("duty", "duty_files", "why_then"),
    ),
    Right(
        action=Action.DO_DUTY,
        who=(Tie.OFFICE,),
        not_if=(Bar.NAMED_UNLESS_ALONE,),
        otherwise="duty_of_others",
        presses=(
            "duty_add",
            "duty_answer",
            "duty_counts",
            "duty_field",
            "duty_person",
            "duty_people",
            "duty_everybody",
        ),
        steps=("duty_evidence", "duty_field", "duty_person", "duty_photo"),
    ),
    Right(
        action=Action.FINISH_DUTY,
        who=(Tie.OFFICE,),
        not_if=(Bar.NAMED_UNLESS_ALONE, Bar.DID_APART),
        otherwise="duty_of_others",
        barred={Bar.DID_APART: "duty_by_another_person"},
        presses=("duty_done",),
    ),
    Right(
        action=Action.AGREE_TO_DUTY,
        who=(Tie.OFFICE,),
        not_if=(Bar.NAMED_UNLESS_ALONE, Bar.DID_APART, Bar.DID_FIRST),
        otherwise="duty_of_others",
        barred=dict.fromkeys((Bar.DID_APART, Bar.DID_FIRST), "duty_by_another_person"),
        presses=("duty_second",),
    ),
    Right(
        action=Action.UNDO_DUTY,
        who=(Tie.DOER,),
        stages=LIVING,
        otherwise="duty_undone_by_doer",
        is_personal=True,
        presses=("duty_undo",),
    ),
    Right(
        action=Action.SIGN,
        who=(Tie.ASSIGNEE,),
        otherwise="duty_of_others",
        is_personal=True,
        presses=("signature", "sign"),
    ),
    Right(
        action=Action.DECIDE_CONSEQUENCE,
        who=(Tie.ASSIGNEE,),
        otherwise="duty_of_others",
        presses=("missed", "missed_back", "missed_no", "missed_yes"),
        steps=("consequence_left", "consequence_proposed"),
    ),
)
