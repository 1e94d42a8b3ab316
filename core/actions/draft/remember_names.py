"""Remember the customer and product of a case, so that next time they are a button."""

from dataclasses import replace

from core.model.case import Case
from core.model.remembered import Remembered
from core.ports import UnitOfWork


async def remember_names(case: Case, *, uow: UnitOfWork) -> None:
    """Both names, as used now."""
    for kind, name in (("customer", case.customer), ("product", case.product)):
        if name:
            await _remember(kind, name, uow=uow)


async def _remember(kind: str, name: str, *, uow: UnitOfWork) -> None:
    known = await uow.remembered.one(kind=kind, name=name)
    if known is None:
        await uow.remembered.add(Remembered(kind=kind, name=name, used_at=uow.now))
    else:
        await uow.remembered.put(replace(known, used_at=uow.now))
