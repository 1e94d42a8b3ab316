"""Say why a duty is due when it is."""

from core.actions.read_duty import book_of, read_duty
from core.actions.read_roster import read_roster
from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.reminders import due_explained


async def explain_due(duty_id: int, *, actor: Person, uow: UnitOfWork) -> Message:
    """For who may read the duty, and for whoever was reminded of it.

    NotThisPerson for anybody else; NoSuchThing where no time is set.
    """
    duty = await _readable(duty_id, actor, uow)
    clock = await uow.duty_clocks.one(duty_id=duty.id)
    if clock is None:
        raise NoSuchThing("duty_without_clock")
    roster = await read_roster(duty.case_id, duty.site, uow=uow)
    return due_explained(duty, roster.case, clock, book_of(duty, uow=uow))


async def _readable(duty_id: int, actor: Person, uow: UnitOfWork) -> Duty:
    if await uow.reminders.one(duty_id=duty_id, person_id=actor.id) is not None:
        return await uow.duties.get(duty_id)
    return (await read_duty(duty_id, actor=actor, uow=uow)).duty
