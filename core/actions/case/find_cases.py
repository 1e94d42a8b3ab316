"""Find cases by words, among those the person may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from core.actions.case.may_see_case import check_may_see, reads_by_role
from core.errors import NoSuchThing
from core.finding import tags
from core.finding.filters import Filters
from core.finding.question import Seeker, question
from core.model.case import Case
from core.model.company import Company
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rights.heads import people_behind
from core.rules.staff.menu import roles_of

ON_A_PAGE: Final = 10
LONGEST_SEARCH: Final = 100
# supervisors and employees are asked only about cases in which they, or their people, are named
_ASKED_BY_ROLE: Final = tuple(role for role in Role if role not in (Role.SUPERVISOR, Role.EMPLOYEE))


@dataclass(frozen=True, slots=True)
class FoundCases:
    """One page, the newest first (on the first page what has just that number stands before all)."""

    cases: tuple[Case, ...]
    has_more: bool = False


async def find_cases(words: str, filters: Filters, *, actor: Person, uow: UnitOfWork) -> FoundCases:
    """The cases that have all the words, and pass all filters; nothing is an error.

    Rights and filters are part of what is asked of the index; who may see a case is looked at once more.
    """
    staff = await uow.persons.where()
    wanted = question(
        words[:LONGEST_SEARCH], seeker_for(actor, staff, uow.company), staff, _among(filters, actor, uow)
    )
    if wanted is None:
        return FoundCases(())
    ids = await uow.case_index.find(wanted, ON_A_PAGE + 1, after=filters.page * ON_A_PAGE)
    exact = None if filters.page or filters.is_narrow else await _numbered(words, actor, uow)
    listed = await uow.cases.where(id=ids[:ON_A_PAGE]) if ids else ()
    others = sorted((case for case in listed if case != exact), key=lambda case: -case.id)
    seen = tuple([case for case in others if await may_see(case, actor=actor, uow=uow)])
    return FoundCases((*((exact,) if exact else ()), *seen), has_more=len(ids) > ON_A_PAGE)


async def may_see(case: Case, *, actor: Person, uow: UnitOfWork) -> bool:
    """Whether the person may open the case."""
    try:
        await check_may_see(case, actor=actor, uow=uow)
    except NoSuchThing:
        return False
    return True


def seeker_for(actor: Person, staff: tuple[Person, ...], company: Company) -> Seeker:
    """The tags of what the person may see: a little more than they may for tasks of a role, never less."""
    sites = tuple(site.id for site in company.sites)
    people = tuple(tag for one in people_behind(actor) for site in sites for tag in _of_department(one, site))
    return Seeker(
        person=actor,
        by_role=tuple(tags.at_site(site) for site in sites if reads_by_role(actor, site)),
        otherwise=(
            *(tags.seen_by(one.id) for one in people_behind(actor)),
            *people,
            *_of_tasks(actor, staff, sites),
        ),
        people=people,
    )


def _of_department(person: Person, site: str) -> tuple[str, ...]:
    own = [grant for grant in person.grants if grant.role is Role.SUPERVISOR and grant.site in (None, site)]
    return tuple(tags.of_department(site, grant.department) for grant in own)


def _of_tasks(actor: Person, staff: tuple[Person, ...], sites: tuple[str, ...]) -> tuple[str, ...]:
    """What a rulebook demands of a role that the person, or somebody whose deputy they are, holds.

    For admins also what it demands of roles that nobody holds.
    """
    acting = (actor, *(one for one in staff if one.deputy_no == actor.employee_no))
    is_admin = Role.ADMIN in roles_of(actor)
    return tuple(
        tags.work_for(role, site)
        for role in _ASKED_BY_ROLE
        for site in sites
        if _holds(acting, role, site) or (is_admin and not _holds(staff, role, site))
    )


def _holds(people: Iterable[Person], role: Role, site: str) -> bool:
    return any(one.holds(role, site) for one in people)


def _among(filters: Filters, actor: Person, uow: UnitOfWork) -> tuple[tuple[str, ...], ...]:
    month = f"{uow.now.astimezone(uow.company.zone(actor.site)):%Y%m}"
    site = filters.site_in(uow.company)
    asked = (
        (filters.is_open, tags.OPEN),
        (filters.is_over, tags.OVER),
        (filters.is_mine, tags.seen_by(actor.id)),
        (filters.is_this_month, tags.in_month(month)),
        (site is not None, tags.at_site(site.id if site else "")),
    )
    return tuple((tag,) for is_asked, tag in asked if is_asked)


async def _numbered(words: str, actor: Person, uow: UnitOfWork) -> Case | None:
    case = await uow.cases.one(number=words.strip().upper())
    return case if case and await may_see(case, actor=actor, uow=uow) else None
