"""What keeps the company's bot running."""

from core.model.roles import Role
from core.rights.action import Action
from core.rights.right import Right
from core.rights.tie import Tie

ROWS = (
    Right(
        action=Action.NAME_DEPUTY,
        who=(Tie.SELF, Role.ADMIN),
        otherwise="deputy_by_self",
        is_personal=True,
        presses=("deputy_new", "deputy_absent", "deputy_pick", "deputy_end"),
        steps=("deputy_absent", "deputy_who", "deputy_from", "deputy_until"),
    ),
    Right(
        action=Action.SEE_CALENDAR,
        who=(Role.ADMIN,),
        otherwise="calendar_of_admins",
        commands=("calendar",),
    ),
    Right(
        action=Action.LINK_GROUP,
        who=(Role.ADMIN,),
        otherwise="only_admins_link",
        commands=("link",),
        presses=("link",),
    ),
    Right(
        action=Action.SETTLE_UNDELIVERED,
        who=(Role.ADMIN,),
        otherwise="undelivered_of_admins",
        presses=("unsent", "unsent_again", "unsent_drop", "unsent_paper"),
        steps=("unsent_reason",),
    ),
)
