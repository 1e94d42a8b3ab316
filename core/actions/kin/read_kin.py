"""What a case has to do with others, as somebody sees it."""

from core.actions.case.find_cases import may_see
from core.actions.kin.find_look_alikes import find_look_alikes, likeness_of, those_seen_by
from core.actions.kin.links_of import links_of
from core.actions.kin.live_links import live_link_between
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import may
from core.screens.kin import Kin, Linked, Pair


async def read_kin(case: Case, *, reader: Person, uow: UnitOfWork) -> Kin:
    """Its links, and cases that look like it and that the reader may open; those only for whoever may link it."""
    is_linker = may(Action.LINK_CASES, reader, around_case(case))
    alike = await find_look_alikes(case, uow=uow) if is_linker else ()
    return Kin(
        case=case,
        links=await links_of(case, uow=uow),
        alike=await those_seen_by(reader, alike, uow=uow),
        may_link=is_linker,
    )


async def read_pair(case: Case, other: Case, *, reader: Person, uow: UnitOfWork) -> Pair:
    """The two side by side."""
    link = await live_link_between(case.id, other.id, uow=uow)
    by = await uow.persons.find(link.linked_by or 0) if link else None
    return Pair(
        case=case,
        other=other,
        linked=Linked(link=link, other=other, by=by) if link else None,
        likeness=await likeness_of(case, other, uow=uow),
        may_link=may(Action.LINK_CASES, reader, around_case(case))
        and await may_see(other, actor=reader, uow=uow),
    )
