"""The cases a person works with."""

from typing import Final

from core.actions.may_see_case import reads_by_role
from core.actions.recent_cases import recent_cases
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork

_LISTED: Final = 10


async def cases_of(actor: Person, *, uow: UnitOfWork) -> tuple[Case, ...]:
    """The latest they may read: their own and, by role, their sites'; the newest first."""
    own = await recent_cases(actor, uow=uow, most=_LISTED)
    sites = tuple(site.id for site in uow.company.sites if reads_by_role(actor, site.id))
    read = await uow.cases.latest(_LISTED, site=sites) if sites else ()
    newest = sorted(
        {case.id: case for case in (*own, *read)}.values(), key=lambda case: case.id, reverse=True
    )
    return tuple(newest[:_LISTED])
