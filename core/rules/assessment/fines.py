"""Fines that answer no loss: whether a region lets a company charge them is for the company to settle."""

from collections.abc import Mapping

from core.model.dossier import Dossier
from core.model.notice import Notice
from core.model.pay_law import FinesWithoutLoss
from core.model.person import Person


def rule_on_fines(person: Person, dossier: Dossier) -> FinesWithoutLoss | None:
    """What the company has settled for that person's region; None while it has settled nothing."""
    company = dossier.company
    return company.fines_without_loss.get(company.region_of(person.site, person.region))


def may_fine(person: Person, dossier: Dossier) -> bool:
    """Whether such a fine may be charged to that person for that incident; not unless the company settled it before."""
    rule = rule_on_fines(person, dossier)
    return rule is not None and rule.holds_on(dossier.case.occurred_on)


def is_only_fine(notice: Notice) -> bool:
    """Whether all that the notice asks for is a fine that may be charged: it answers no loss, and must not say so."""
    settled = notice.content.get("fines")
    is_allowed = isinstance(settled, Mapping) and bool(settled.get("is_allowed"))
    return is_allowed and notice.amount.fen > 0 and notice.content.get("fine") == str(notice.amount)
