"""Make a one-time link for somebody; older links of theirs stop working."""

from core.actions.person.void_invitations import void_invitations
from core.errors import NotAllowed
from core.model.invitation import Invitation
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.staff.invitations import VALID_FOR, hash_of


async def invite_person(person: Person, *, uow: UnitOfWork, actor: Person | None = None) -> str:
    """The secret of the new link, which is nowhere kept; without an actor it is from the shell. NotAllowed if the person is linked or has left."""
    if person.chat_id is not None:
        raise NotAllowed("already_linked", name=person.name, employee_no=person.employee_no)
    if person.left_on is not None:
        raise NotAllowed(
            "person_leaves", name=person.name, employee_no=person.employee_no, day=person.left_on
        )
    await void_invitations(person, uow=uow)
    secret = uow.secrets.token()
    invitation = Invitation(person_id=person.id, secret_hash=hash_of(secret), expires_at=uow.now + VALID_FOR)
    invitation = await uow.invitations.add(invitation)
    await uow.log.write(
        LogRow(
            act="person_invited",
            actor_id=actor.id if actor else None,
            facts={"person": person.id, "invitation": invitation.id},
        )
    )
    return secret
