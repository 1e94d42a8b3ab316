"""The links of a case, with the cases at their other ends."""

from core.actions.kin.live_links import live_links
from core.model.case import Case
from core.ports import UnitOfWork
from core.screens.kin import Linked


async def links_of(case: Case, *, uow: UnitOfWork) -> tuple[Linked, ...]:
    """Every link that stands, with the other case and who said so."""
    return tuple(
        [
            Linked(
                link=link,
                other=await uow.cases.get(link.beyond(case.id)),
                by=await uow.persons.find(link.linked_by or 0),
            )
            for link in await live_links(case.id, uow=uow)
        ]
    )
