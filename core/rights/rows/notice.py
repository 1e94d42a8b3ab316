"""Notices, receipts and appeals."""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right
from core.rights.tie import Tie

# who hears an appeal had no part in the case before
UNINVOLVED = (Bar.NAMED, Bar.REPORTED, Bar.LEADS, Bar.NAMED_OTHERS, Bar.DECIDED)

ROWS = (
    Right(
        action=Action.ANSWER_NOTICE,
        who=(Tie.ADDRESSEE,),
        otherwise="notice_of_another",
        is_personal=True,
        presses=("ack", "agree", "unagree", "appeal", "my_notice"),
        steps=("appeal_reason",),
    ),
    Right(
        action=Action.HAND_OVER_NOTICE,
        who=(Tie.ASSIGNEE,),
        otherwise="duty_of_another",
        presses=("paper", "handed", "receipt", "not_taken"),
        steps=("refused_receipt", "signed_receipt"),
    ),
    Right(
        action=Action.BOOK_APPEAL,
        who=(Role.AUDITOR,),
        otherwise="auditor_books_appeals",
        presses=("appeal_letter",),
        steps=("appeal_letter_says",),
    ),
    Right(
        action=Action.READ_APPEAL,
        who=(Tie.SIDE, Tie.HEARER, Tie.FREE_HEARER, Tie.ADMITTED),
        otherwise="appeal_of_sides",
        presses=("appeals", "appeal_files", "appeal_said"),
    ),
    Right(
        action=Action.PUT_TO_APPEAL,
        who=(Tie.SIDE, Tie.HEARER),
        otherwise="appeal_of_sides",
        is_personal=True,
        presses=("appeal_put",),
        steps=("appeal_piece",),
    ),
    Right(
        action=Action.TAKE_APPEAL,
        who=(Tie.FREE_HEARER,),
        not_if=UNINVOLVED,
        otherwise="appeal_of_others",
        presses=("hear", "admit"),
        steps=("appeal_admission",),
    ),
    Right(
        action=Action.DECIDE_APPEAL,
        who=(Tie.HEARER,),
        not_if=UNINVOLVED,
        otherwise="appeal_has_hearer",
        barred=dict.fromkeys(UNINVOLVED, "appeal_of_others"),
        is_personal=True,
        presses=("judge",),
        steps=("appeal_decision",),
    ),
)
