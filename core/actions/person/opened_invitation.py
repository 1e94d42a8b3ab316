"""Which invitation waits for an employee number in a chat."""

from core.model.invitation import Invitation
from core.ports import UnitOfWork
from core.rules.staff.invitations import is_open


async def opened_invitation(chat_id: int, *, uow: UnitOfWork) -> Invitation | None:
    """The open invitation that waits for a number in that chat; the latest, if there are several."""
    waiting = await uow.invitations.where(opened_by=chat_id, used_at=None)
    still_open = [invitation for invitation in waiting if is_open(invitation, uow.now)]
    return still_open[-1] if still_open else None
