"""Fines that answer no loss: whether a region lets a company charge them is for the company to settle."""

from core.model.company import Company
from core.model.pay_law import FinesWithoutLoss
from core.model.person import Person


def rule_on_fines(person: Person, company: Company) -> FinesWithoutLoss | None:
    """What the company has settled for that person's region; None while it has settled nothing."""
    return company.fines_without_loss.get(company.region_of(person.site, person.region))


def may_fine(person: Person, company: Company) -> bool:
    """Whether such a fine may be charged to that person; not before the company has settled that it may."""
    rule = rule_on_fines(person, company)
    return rule is not None and rule.is_allowed
