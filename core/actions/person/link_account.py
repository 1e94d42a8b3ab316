"""Link a chat to the person whose invitation was opened in it, if the employee number is right."""

from dataclasses import replace

from core.model.invitation import Invitation
from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.typed.half_width import half_width


async def link_account(
    invitation: Invitation, number: str, *, account: str, uow: UnitOfWork
) -> Person | Invitation:
    """The person, linked; or the invitation with one more wrong try. Their manager is told the account's name."""
    person = await uow.persons.get(invitation.person_id)
    if half_width(number).strip().casefold() != person.employee_no.casefold():
        return await _count(invitation, uow)
    linked = replace(
        person, chat_id=invitation.opened_by, linked_at=uow.now, is_reachable=True, oriented_at=None
    )
    await uow.persons.put(linked)
    await uow.invitations.put(replace(invitation, used_at=uow.now))
    await uow.log.write(
        LogRow(
            act="account_linked", actor_id=person.id, facts={"person": person.id}, words={"account": account}
        )
    )
    await _tell_manager(linked, account, uow)
    return linked


async def _count(invitation: Invitation, uow: UnitOfWork) -> Invitation:
    counted = replace(invitation, wrong_tries=invitation.wrong_tries + 1)
    await uow.log.write(
        LogRow(act="number_was_wrong", facts={"invitation": counted.id, "wrong_tries": counted.wrong_tries})
    )
    return await uow.invitations.put(counted)


async def _tell_manager(person: Person, account: str, uow: UnitOfWork) -> None:
    manager = await uow.persons.one(employee_no=person.manager_no) if person.manager_no else None
    if manager is not None:
        data = {"name": person.name, "employee_no": person.employee_no, "account": account, "at": uow.now}
        message = Message(template="account_linked", data=data, urgency=Urgency.NOTICE)
        await uow.outbox.tell(manager, message)
