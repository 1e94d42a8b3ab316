"""Who reads tips: everybody with the role that the company chose for it."""

from core.errors import NoSuchThing
from core.model.person import Person
from core.model.tip import Tip
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_theirs
from core.rights.tie import Tie


async def tip_readers(uow: UnitOfWork) -> list[Person]:
    """Who holds the role and is still employed."""
    role, day = uow.company.tip_role, uow.now.date()
    everybody = await uow.persons.where()
    return [person for person in everybody if person.holds_anywhere(role) and not person.has_left(day)]


async def check_reader(actor: Person, *, uow: UnitOfWork) -> None:
    """NotThisPerson for anybody who reads no tips."""
    readers = [person.id for person in await tip_readers(uow)]
    check_theirs(Action.READ_TIP, actor, NOWHERE.tied(Tie.OFFICE, readers))


async def tip_for_reader(number: str, *, actor: Person, uow: UnitOfWork) -> Tip:
    """The tip under that pseudonym. NotThisPerson for anybody who reads no tips, NoSuchThing if there is none."""
    await check_reader(actor, uow=uow)
    tip = await uow.tips.one(number=number)
    if tip is None:
        raise NoSuchThing("tip_unknown", number=number)
    return tip
