"""The customer of a case: what is planned, signed for, agreed and carried out, and how the customer took it."""

from core.errors import NoSuchThing
from core.model.case import Stage
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.rows.reading import READERS
from core.rights.tie import Tie

_LIVING = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED, Stage.REFUSED)
_LEADERS = (Tie.REPORTER, Tie.OWNER, Role.QUALITY)
_CARRIERS = (Tie.ASSIGNEE, *_LEADERS, Role.FINANCE)

ROWS = (
    Right(
        action=Action.READ_REMEDY,
        who=(Tie.REPORTER, Tie.OWNER, Tie.ASSIGNEE, Tie.STEP, *READERS),
        otherwise="case_unknown",
        refusal=NoSuchThing,
        presses=("remedy", "remedy_more", "remedy_files", "remedy_record", "undertaking"),
    ),
    # whoever is named may promise nothing that hides the damage; the investigator is never named, so somebody remains
    Right(
        action=Action.LEAD_REMEDY,
        who=_LEADERS,
        stages=_LIVING,
        not_if=(Bar.NAMED,),
        otherwise="remedy_of_others",
        barred={Bar.NAMED: "remedy_by_named"},
        presses=(
            *("remedy_add", "remedy_kind", "remedy_day", "remedy_cost", "remedy_class", "remedy_owner"),
            *("remedy_hand", "remedy_drop", "remedy_put", "remedy_adjust", "remedy_talk", "remedy_end"),
            *("interim", "interim_now", "dispute", "survey_ask"),
        ),
        steps=(
            *("remedy_what", "remedy_day", "remedy_cost", "remedy_owner", "remedy_reason", "remedy_round"),
            *("interim_what", "interim_time"),
        ),
    ),
    Right(
        action=Action.SIGN_REMEDY,
        who=(Tie.STEP,),
        stages=_LIVING,
        not_if=(Bar.NAMED, Bar.REPORTED, Bar.MADE_IT),
        otherwise="step_of_others",
        barred={
            Bar.NAMED: "approver_is_involved",
            Bar.REPORTED: "approver_is_involved",
            Bar.MADE_IT: "remedy_by_proposer",
        },
        presses=("remedy_sign", "remedy_back"),
        steps=("remedy_back",),
    ),
    # whoever is named may mend what they broke; that it is done, and what it cost, somebody else says
    Right(
        action=Action.PROVE_REMEDY,
        who=_CARRIERS,
        stages=_LIVING,
        otherwise="undertaking_of_others",
        presses=("remedy_do", "remedy_ask"),
        steps=("remedy_proof",),
    ),
    Right(
        action=Action.CARRY_OUT_REMEDY,
        who=_CARRIERS,
        stages=_LIVING,
        not_if=(Bar.NAMED,),
        otherwise="undertaking_of_others",
        barred={Bar.NAMED: "undertaking_by_named"},
        presses=("remedy_done", "remedy_spent", "remedy_again"),
        steps=("remedy_spent", "remedy_again"),
    ),
    Right(
        action=Action.ANSWER_SURVEY,
        who=_LEADERS,
        stages=(*_LIVING, Stage.CLOSED),
        not_if=(Bar.NAMED,),
        otherwise="remedy_of_others",
        barred={Bar.NAMED: "remedy_by_named"},
        presses=("survey_said",),
        steps=("survey_words",),
    ),
    Right(
        action=Action.WRITE_TO_CUSTOMER,
        who=_LEADERS,
        otherwise="remedy_of_others",
        presses=("customer_texts", "customer_text", "customer_lang"),
    ),
)
