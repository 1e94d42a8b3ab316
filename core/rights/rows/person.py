"""What the company holds of one person: who hands it out, and who decides that it is erased."""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.right import Right

ROWS = (
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
