"""At which sites a person may report a complaint."""

from core.model.company import Company
from core.model.person import Person
from core.model.roles import Role


def possible_sites(person: Person, company: Company) -> tuple[str, ...]:
    """The sites where they hold sales, else their own; their own first."""
    held = [site.id for site in company.sites if person.holds(Role.SALES, site.id)] or [person.site]
    return tuple(sorted(held, key=lambda site: site != person.site))
