"""The links of a case that stand."""

from core.model.case_link import CaseLink
from core.ports import UnitOfWork


async def live_links(case_id: int, *, uow: UnitOfWork) -> tuple[CaseLink, ...]:
    """Those to earlier and to later cases, also where the two were said to be unrelated; the oldest first."""
    earlier = await uow.case_links.where(case_id=case_id, undone_at=None)
    later = await uow.case_links.where(other_id=case_id, undone_at=None)
    return tuple(sorted((*earlier, *later), key=lambda link: link.id))


async def live_link_between(one: int, another: int, *, uow: UnitOfWork) -> CaseLink | None:
    """The link of these two that stands, if there is one."""
    return await uow.case_links.one(case_id=max(one, another), other_id=min(one, another), undone_at=None)
