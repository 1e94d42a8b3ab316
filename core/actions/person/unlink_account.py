"""Cut a person's account off at once."""

from dataclasses import replace

from core.actions.person.void_invitations import void_invitations
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def unlink_account(person: Person, *, actor: Person | None, uow: UnitOfWork) -> Person:
    """The person without account; open invitations end too. NotAllowed if no account was linked."""
    await void_invitations(person, uow=uow)
    if person.chat_id is None:
        raise NotAllowed("not_linked", name=person.name, employee_no=person.employee_no)
    await uow.dialogues.remove(person.id)
    await uow.log.write(
        LogRow(act="account_unlinked", actor_id=actor.id if actor else None, facts={"person": person.id})
    )
    return await uow.persons.put(replace(person, chat_id=None, linked_at=None, oriented_at=None))
