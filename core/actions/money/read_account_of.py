"""Finance, HR or an auditor opens the account of another; it is logged, and the person sees it."""

from datetime import timedelta
from typing import Final

from core.actions.money.read_account import account_of
from core.errors import NoSuchThing
from core.model.account_reading import AccountReading
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import check_right, may
from core.rules.notice.own_account import OwnAccount
from core.rules.staff.find_person import find_person

# another page of the same account within this time is the same reading
ONE_READING: Final = timedelta(hours=1)


def may_read_accounts(actor: Person) -> bool:
    """Whether the person may open the accounts of others, at one site at least."""
    return may(Action.READ_ACCOUNT, actor, NOWHERE)


def may_read_account_of(actor: Person, person: Person) -> bool:
    """Whether the person may open that one's account."""
    return may(Action.READ_ACCOUNT, actor, Circumstances(site=person.site))


def check_reads_accounts(actor: Person) -> None:
    """NotThisPerson for all other roles."""
    check_right(Action.READ_ACCOUNT, actor, NOWHERE)


async def find_accounts(typed: str, *, actor: Person, uow: UnitOfWork) -> tuple[Person, ...]:
    """Whoever fits and whose account the actor may open, also who has left; NotThisPerson for all other roles."""
    check_reads_accounts(actor)
    staff = await uow.persons.where()
    ever = min((one.left_on for one in staff if one.left_on), default=uow.now.date())
    found = find_person(typed, staff, ever)
    return tuple(one for one in found if may_read_account_of(actor, one))


async def read_account_of(person_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[Person, OwnAccount]:
    """That person with their account; NoSuchThing for nobody, NotThisPerson without a role for it at their site."""
    person = await uow.persons.find(person_id)
    if person is None:
        raise NoSuchThing("person_unknown")
    check_right(Action.READ_ACCOUNT, actor, Circumstances(site=person.site))
    if person.id != actor.id:
        await _note(person, actor, uow)
    return person, await account_of(person, uow=uow)


async def _note(person: Person, actor: Person, uow: UnitOfWork) -> None:
    facts = {"person": person.id}
    await uow.log.write(LogRow(act="account_read", actor_id=actor.id, facts=facts))
    latest = await uow.account_readings.latest(1, person_id=person.id, reader_id=actor.id)
    if not latest or uow.now - latest[0].read_at >= ONE_READING:
        reading = AccountReading(person_id=person.id, reader_id=actor.id, read_at=uow.now)
        await uow.account_readings.add(reading)
