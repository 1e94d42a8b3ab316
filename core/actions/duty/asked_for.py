"""Whom an open duty waits for now."""

from core.actions.duty.kept_apart import barred_from
from core.model.duty import Duty
from core.model.person import Person
from core.model.roster import Roster
from core.ports import UnitOfWork
from core.rules.duty.duty_holders import asked_to


async def asked_for(duty: Duty, roster: Roster, *, uow: UnitOfWork) -> tuple[Person, ...]:
    """The investigator or reporter where they may do it, else all who may; without those who are kept apart."""
    return asked_to(duty, roster, await barred_from(duty, uow))
