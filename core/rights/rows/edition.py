"""Editions of rulebooks in chat: who puts one forward, who approves it, who sees who has read it."""

from core.errors import NoSuchThing
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.right import Right

ROWS = (
    Right(
        action=Action.READ_PROPOSED_RULEBOOK,
        who=(Role.ADMIN, Role.GENERAL_MANAGER),
        otherwise="thing_unknown",
        refusal=NoSuchThing,
        is_personal=True,
        presses=("edition", "edition_pdf", "edition_files"),
    ),
    Right(
        action=Action.PROPOSE_RULEBOOK,
        who=(Role.ADMIN,),
        otherwise="editions_of_admins",
        is_personal=True,
        presses=("edition_send", "edition_put", "edition_drop"),
        steps=("edition_file",),
    ),
    Right(
        action=Action.APPROVE_RULEBOOK,
        who=(Role.GENERAL_MANAGER,),
        not_if=(Bar.ASKED_FOR_IT,),
        otherwise="editions_of_manager",
        barred={Bar.ASKED_FOR_IT: "edition_of_another"},
        is_personal=True,
        presses=("edition_yes", "edition_no"),
        steps=("edition_reason",),
    ),
    Right(
        action=Action.SEE_READERS,
        who=(Role.ADMIN, Role.HR, Role.GENERAL_MANAGER),
        otherwise="readers_by_role",
        is_personal=True,
        presses=("edition_readers",),
    ),
)
