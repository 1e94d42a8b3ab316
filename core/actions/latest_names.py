"""The customers or products that a company has met."""

from core.model.remembered import Remembered
from core.ports import UnitOfWork


async def latest_names(kind: str, *, uow: UnitOfWork) -> tuple[Remembered, ...]:
    """All names of that kind, the latest first."""
    known = await uow.remembered.where(kind=kind)
    return tuple(sorted(known, key=lambda one: one.used_at, reverse=True))
