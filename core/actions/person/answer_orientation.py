"""A person says they have read who processes what, why and how long."""

from dataclasses import replace

from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def answer_orientation(*, actor: Person, uow: UnitOfWork) -> Person:
    """The person with the date of the first answer; a second press changes nothing."""
    if actor.oriented_at is not None:
        return actor
    await uow.log.write(LogRow(act="orientation_answered", actor_id=actor.id))
    return await uow.persons.put(replace(actor, oriented_at=uow.now))
