"""Read what stands against erasing somebody, and refuse while anything does."""

from core.errors import NotAllowed, SomebodyWasFirst
from core.ledger.account import Account
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.staff.forgetting import Hindrance, Past, hindrances, is_forgotten


async def what_hinders(person: Person, *, uow: UnitOfWork) -> tuple[Hindrance, ...]:
    """Every reason why the person's data must stay for now."""
    parties = await uow.parties.where(person_id=person.id)
    past = Past(
        person=person,
        cases=await uow.cases.where(id=tuple({party.case_id for party in parties})),
        appeals=await uow.appeals.where(person_id=person.id),
        owed=(
            *await uow.ledger.owed(person.id),
            *await uow.ledger.owed(person.id, account=Account.REWARDS),
        ),
    )
    day = uow.today(person.site)
    return hindrances(past, uow.company, day)


async def check_forgettable(person: Person, *, uow: UnitOfWork) -> None:
    """NotAllowed with all reasons, SomebodyWasFirst if it is done."""
    if is_forgotten(person):
        raise SomebodyWasFirst("person_forgotten")
    found = await what_hinders(person, uow=uow)
    if found:
        raise NotAllowed("person_kept", name=person.name, hindrances=found)
