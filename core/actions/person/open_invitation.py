"""Somebody opened an invitation link: the bot will ask for the employee number in that chat."""

from dataclasses import replace

from core.model.invitation import Invitation
from core.ports import UnitOfWork
from core.rules.staff.invitations import hash_of, is_open


async def open_invitation(secret: str, chat_id: int, *, uow: UnitOfWork) -> Invitation | None:
    """The invitation, now bound to this chat; None if it is unknown, used, locked, expired or open elsewhere."""
    invitation = await uow.invitations.one(secret_hash=hash_of(secret))
    if invitation is None or not is_open(invitation, uow.now):
        return None
    if invitation.opened_by not in (None, chat_id):
        return None
    return await uow.invitations.put(replace(invitation, opened_by=chat_id))
