"""Which sites' groups a person may link."""

from core.model.company import Company, Site
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import check_right, may


def sites_to_link(actor: Person, company: Company) -> tuple[Site, ...]:
    """The sites where they are admin; NotThisPerson if there are none."""
    check_right(Action.LINK_GROUP, actor, NOWHERE)
    return tuple(site for site in company.sites if may(Action.LINK_GROUP, actor, Circumstances(site=site.id)))
