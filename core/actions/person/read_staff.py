"""HR or an admin looks at the staff of their sites: who has an account, who is out of reach, who leaves."""

from core.errors import NoSuchThing
from core.model.person import Person
from core.model.staff_member import StaffMember
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import check_right, may
from core.rules.staff.find_person import find_person
from core.rules.staff.invitations import is_open


async def staff_for(actor: Person, *, uow: UnitOfWork) -> tuple[Person, ...]:
    """Who is employed today at the sites the actor looks after; NotThisPerson for all other roles."""
    check_right(Action.READ_STAFF, actor, NOWHERE)
    return tuple(
        one
        for one in await uow.persons.where()
        if not one.has_left(uow.today(one.site)) and may(Action.READ_STAFF, actor, _at(one))
    )


async def find_staff(typed: str, *, actor: Person, uow: UnitOfWork) -> tuple[Person, ...]:
    """Those of them who fit a name, a number or pinyin; NotThisPerson for all other roles."""
    return find_person(typed, await staff_for(actor, uow=uow), uow.today(actor.site))


async def staff_member(person_id: int, *, actor: Person, uow: UnitOfWork) -> StaffMember:
    """That person; NoSuchThing for nobody, NotThisPerson without a role for it at their site."""
    person = await staff_person(person_id, Action.READ_STAFF, actor=actor, uow=uow)
    invitations = await uow.invitations.where(person_id=person.id, used_at=None)
    return StaffMember(
        person=person,
        manager=await _numbered(person.manager_no, uow),
        deputy=await _numbered(person.deputy_no, uow),
        invited_until=max((one.expires_at for one in invitations if is_open(one, uow.now)), default=None),
    )


async def staff_person(person_id: int, action: Action, *, actor: Person, uow: UnitOfWork) -> Person:
    """The person, for whoever has that right at their site; NoSuchThing for nobody."""
    person = await uow.persons.find(person_id)
    if person is None:
        raise NoSuchThing("person_unknown")
    check_right(action, actor, _at(person))
    return person


def _at(person: Person) -> Circumstances:
    return Circumstances(site=person.site).barring(Bar.ONESELF, (person.id,))


async def _numbered(employee_no: str | None, uow: UnitOfWork) -> Person | None:
    return await uow.persons.one(employee_no=employee_no) if employee_no else None
