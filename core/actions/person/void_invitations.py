"""Make every open invitation of a person worthless."""

from dataclasses import replace

from core.model.instants import AN_INSTANT
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.staff.invitations import is_open


async def void_invitations(person: Person, *, uow: UnitOfWork) -> None:
    """End them now."""
    for invitation in await uow.invitations.where(person_id=person.id, used_at=None):
        if is_open(invitation, uow.now):
            await uow.invitations.put(replace(invitation, expires_at=uow.now - AN_INSTANT))
