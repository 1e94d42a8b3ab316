"""Duties of a case that are done, or no longer needed."""

from dataclasses import replace

from core.actions.deadline.start_clock import follow_duty
from core.model.person import Person
from core.ports import UnitOfWork


async def close_duties(
    case_id: int, *kinds: str, uow: UnitOfWork, actor: Person | None = None, **data: object
) -> None:
    """Close the open duties of these kinds whose data say so; without an actor they fell away."""
    for duty in await uow.duties.where(case_id=case_id, kind=kinds, done_at=None):
        if all(duty.data.get(key) == value for key, value in data.items()):
            done = replace(duty, done_at=uow.now, done_by=actor.id if actor else None)
            await follow_duty(await uow.duties.put(done), uow=uow)
