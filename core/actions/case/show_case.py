"""Bring the card of a case in its site's group up to date."""

from core.actions.kin.links_of import links_of
from core.model.case import Case
from core.model.evidence import Holder, Storing
from core.ports import UnitOfWork
from core.screens.case_card import group_card
from core.screens.kin import link_lines


async def show_case(case: Case, *, uow: UnitOfWork) -> bool:
    """Queue the group's card as the case stands now; False if the site has no group."""
    absent = await uow.evidence.where(
        holder=Holder.CASE, holder_id=case.id, storing=(Storing.TOO_BIG, Storing.MISSING)
    )
    lines = link_lines(await links_of(case, uow=uow))
    card = group_card(case, uow.company, missing=len(absent), links=lines)
    return await uow.outbox.post(case.site, card)
