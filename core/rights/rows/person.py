"""Staff and what the company holds of one person: accounts, what is handed out, what is erased."""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right

ROWS = (
    Right(
        action=Action.READ_STAFF,
        who=(Role.HR, Role.ADMIN),
        otherwise="staff_by_hr",
        is_personal=True,
        commands=("staff",),
        presses=("staff", "staff_group", "staff_one"),
        steps=("staff_whom",),
    ),
    Right(
        action=Action.INVITE,
        who=(Role.HR, Role.ADMIN),
        otherwise="staff_by_hr",
        is_personal=True,
        presses=("staff_invite",),
    ),
    Right(
        action=Action.CUT_OFF,
        who=(Role.HR, Role.ADMIN),
        not_if=(Bar.ONESELF,),
        otherwise="staff_by_hr",
        barred={Bar.ONESELF: "not_cut_off_by_oneself"},
        is_personal=True,
        presses=("staff_cut", "staff_cut_yes"),
    ),
    Right(
        action=Action.EXPORT_PERSON,
        who=(Role.HR, Role.ADMIN),
        otherwise="person_by_hr",
        is_personal=True,
    ),
    Right(
        action=Action.FORGET_PERSON,
        who=(Role.HR, Role.ADMIN),
        otherwise="person_by_hr",
        is_personal=True,
        presses=("forget_yes", "forget_no"),
    ),
)
