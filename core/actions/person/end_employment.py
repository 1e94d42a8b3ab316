"""A person has left: their rights end, and what was theirs to do goes to their manager, all at once."""

from dataclasses import replace

from core.actions.person.hand_over_work import hand_over_work, leave_undone
from core.actions.person.void_invitations import void_invitations
from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork


async def end_employment(person: Person, *, uow: UnitOfWork) -> Person:
    """The person without rights, told nothing more in chat.

    Open duties, cases, questions and drafts move to the nearest manager still here; without any, to an admin, who
    is told why. What nobody can do in their place falls away or goes back.
    """
    manager = await _heir(person, uow)
    heir = manager or await _admin(person, uow)
    await leave_undone(person, uow=uow)
    moved = await hand_over_work(person, heir, uow=uow) if heir else {}
    await void_invitations(person, uow=uow)
    await uow.dialogues.remove(person.id)
    left = await uow.persons.put(replace(person, grants=(), is_reachable=False))
    facts = {"person": person.id, "heir": heir.id if heir else None, **moved}
    await uow.log.write(LogRow(act="employment_ended", facts=facts))
    if heir and any(moved.values()):
        data = {
            "name": person.name,
            "employee_no": person.employee_no,
            "has_manager": manager is not None,
            **moved,
        }
        await uow.outbox.tell(heir, Message(template="work_handed_over", data=data, urgency=Urgency.NOTICE))
    return left


async def _heir(person: Person, uow: UnitOfWork) -> Person | None:
    met = {person.employee_no}
    above = await _manager(person, uow)
    while above is not None and above.employee_no not in met:
        if above.left_on is None:
            return above
        met.add(above.employee_no)
        above = await _manager(above, uow)
    return None


async def _admin(person: Person, uow: UnitOfWork) -> Person | None:
    """An admin who is still here, rather one of their site."""
    here = [one for one in await uow.persons.where(left_on=None) if one.id != person.id]
    admins = [one for one in here if one.holds_anywhere(Role.ADMIN)]
    return min(admins, key=lambda one: not one.holds(Role.ADMIN, person.site), default=None)


async def _manager(person: Person, uow: UnitOfWork) -> Person | None:
    return await uow.persons.one(employee_no=person.manager_no) if person.manager_no else None
