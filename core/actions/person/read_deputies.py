"""Which absences are settled and not over: one's own and those one stands in for; for an admin, all of their site."""

from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import may
from core.screens.deputies import Standing


async def read_deputies(*, actor: Person, uow: UnitOfWork) -> tuple[Standing, ...]:
    """Oldest first."""
    found = []
    for row in await uow.deputyships.where(ended_at=None):
        absent, deputy = await uow.persons.get(row.person_id), await uow.persons.get(row.deputy_id)
        today = uow.today(absent.site)
        is_theirs = actor.id in (absent.id, deputy.id)
        names_it = may(Action.NAME_DEPUTY, actor, Circumstances(site=absent.site))
        if not row.is_over(today) and (is_theirs or names_it):
            found.append(Standing(row=row, absent=absent, deputy=deputy))
    return tuple(found)


def may_name_others(actor: Person) -> bool:
    """Whether the person names deputies for others, at any site."""
    return may(Action.NAME_DEPUTY, actor, NOWHERE)
