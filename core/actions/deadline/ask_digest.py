"""Have one list made for a person of all that waits, once everything that is due before has rung."""

from typing import Final

from core.model.timer import Timer
from core.ports import UnitOfWork

DIGEST_FOR: Final = "digest_for"


async def ask_digest(person_id: int, *, uow: UnitOfWork) -> None:
    """Nothing happens where one is asked for already."""
    prefix = f"{DIGEST_FOR}:{person_id}:"
    if await uow.timers.running(prefix):
        return
    key = f"{prefix}{uow.now.isoformat()}"
    await uow.timers.start(Timer(key=key, kind=DIGEST_FOR, subject_id=person_id, due_at=uow.now))
