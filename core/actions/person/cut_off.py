"""HR or an admin cuts an account off in chat: at once, and the person's manager is told."""

from core.actions.person.read_staff import staff_person
from core.actions.person.unlink_account import unlink_account
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.screens.staff import staff_cut_told


async def may_be_cut_off(person_id: int, *, actor: Person, uow: UnitOfWork) -> Person:
    """The person; NoSuchThing for nobody, NotThisPerson without a role for it at their site, and for oneself."""
    return await staff_person(person_id, Action.CUT_OFF, actor=actor, uow=uow)


async def cut_off(person_id: int, *, actor: Person, uow: UnitOfWork) -> Person:
    """The person without account; the refusals of `may_be_cut_off`, and NotAllowed where none was linked."""
    person = await may_be_cut_off(person_id, actor=actor, uow=uow)
    cut = await unlink_account(person, actor=actor, uow=uow)
    manager = await uow.persons.one(employee_no=person.manager_no) if person.manager_no else None
    if manager is not None and manager.id != actor.id:
        await uow.outbox.tell(manager, staff_cut_told(person, actor))
    return cut
