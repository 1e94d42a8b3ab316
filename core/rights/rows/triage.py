"""From registration to the investigator."""

from core.model.case import LIVING, NOT_OVER, Stage
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.FILL_CASE,
        who=(Tie.REPORTER, Tie.OWNER, Role.QUALITY),
        stages=NOT_OVER,
        otherwise="case_not_theirs_to_fill",
        presses=("case_fields", "case_fill", "case_pick"),
        steps=("case_field", "case_photo"),
    ),
    Right(
        action=Action.GIVE_BACK_CASE,
        who=(Tie.REPORTER,),
        stages=(Stage.RETURNED,),
        otherwise="only_the_reporter",
        presses=("give_back",),
    ),
    Right(
        action=Action.ANSWER_CUSTOMER,
        who=(Tie.REPORTER, Tie.OWNER),
        otherwise="only_the_reporter",
        presses=("replied",),
    ),
    Right(
        action=Action.ANSWER_QUESTION,
        who=(Tie.ASKED, Tie.OWNER),
        otherwise="answer_by_owner",
        presses=("answer",),
        steps=("answering",),
    ),
    Right(
        action=Action.TRIAGE,
        who=(Role.QUALITY,),
        stages=(Stage.REGISTERED,),
        otherwise="triage_by_quality",
        presses=("accept", "accept_for", "return", "lacking", "not_quality", "unjustified", "next_step"),
        steps=("refusing", "refusing_next", "returning"),
    ),
    Right(
        action=Action.HAND_OVER_CASE,
        who=(Role.QUALITY,),
        stages=(Stage.INVESTIGATING,),
        otherwise="triage_by_quality",
        presses=("hand_over", "hand_to"),
    ),
    Right(
        action=Action.BE_INVESTIGATOR,
        who=(Role.QUALITY,),
        not_if=(Bar.REPORTED, Bar.NAMED, Bar.LEFT),
        otherwise="investigator_not_quality",
        barred={Bar.REPORTED: "investigator_reported", Bar.NAMED: "investigator_is_party"},
        is_personal=True,
    ),
    Right(
        action=Action.RECORD_EVENT,
        who=(Tie.OWNER, Tie.REPORTER, Role.QUALITY),
        stages=LIVING,
        otherwise="events_by_quality",
        presses=("events", "event", "event_now"),
        steps=("event_time",),
    ),
    Right(
        action=Action.LINK_CASES,
        who=(Tie.REPORTER, Tie.OWNER, Role.QUALITY),
        otherwise="links_by_quality",
        presses=("link_as", "unlink", "link_other"),
        steps=("link_number",),
    ),
    Right(
        action=Action.ANSWER_FREQUENT,
        who=(Role.QUALITY,),
        otherwise="frequent_by_quality",
        presses=("frequent", "frequent_done"),
        steps=("frequent_answer",),
    ),
)
