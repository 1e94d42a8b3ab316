"""The customers or products that a company has met."""

from typing import Final

from core.model.remembered import Remembered
from core.ports import UnitOfWork

# among so many, those are looked for whose name the sender of a message carries
_LIKELY: Final = 200


async def latest_names(kind: str, *, uow: UnitOfWork) -> tuple[Remembered, ...]:
    """The names of that kind used last, the latest first."""
    return await uow.remembered.latest(_LIKELY, by="used_at", kind=kind)
