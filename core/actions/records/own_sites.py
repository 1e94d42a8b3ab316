"""Which sites somebody brings earlier records into: those they may do it at."""

from dataclasses import replace

from core.model.company import Company
from core.model.person import Person
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import may


def as_far_as_theirs(company: Company, person: Person) -> Company | None:
    """The company with these sites alone, so that a row of another is a fault; None where there are none."""
    theirs = tuple(
        one for one in company.sites if may(Action.IMPORT_RECORDS, person, Circumstances(site=one.id))
    )
    return replace(company, sites=theirs) if theirs else None
