"""Bring the card of a case in its site's group up to date."""

from core.model.case import Case
from core.model.evidence import Holder, Storing
from core.ports import UnitOfWork
from core.screens.case_card import group_card


async def show_case(case: Case, *, uow: UnitOfWork) -> bool:
    """Queue the group's card as the case stands now; False if the site has no group."""
    absent = await uow.evidence.where(
        holder=Holder.CASE, holder_id=case.id, storing=(Storing.TOO_BIG, Storing.MISSING)
    )
    return await uow.outbox.post(case.site, group_card(case, uow.company, missing=len(absent)))
