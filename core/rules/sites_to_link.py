"""Which sites' groups a person may link."""

from core.errors import NotThisPerson
from core.model.company import Company, Site
from core.model.person import Person
from core.model.roles import Role


def sites_to_link(actor: Person, company: Company) -> tuple[Site, ...]:
    """The sites where they are admin; NotThisPerson if there are none."""
    sites = tuple(site for site in company.sites if actor.holds(Role.ADMIN, site.id))
    if not sites:
        raise NotThisPerson("only_admins_link")
    return sites
