"""A fine that the rulebook has and nobody is charged, because the region's setting does not allow it."""

from dataclasses import dataclass
from datetime import date

from core.model.assessment import PersonResult
from core.model.dossier import Dossier
from core.model.money import Money
from core.rules.assessment.fines import may_fine, rule_on_fines
from core.rules.notice.notice_content import FINE, fined_amount


@dataclass(frozen=True, slots=True)
class HeldFine:
    """How much the clauses ask for; the company's reason not to charge it is empty while it has settled nothing.

    `since` is the day from which such fines are charged, where the incident was before it.
    """

    amount: Money
    clauses: tuple[str, ...]
    reason: str
    since: date | None = None


def held_fine(result: PersonResult, dossier: Dossier) -> HeldFine | None:
    """What of the result is a fine that is not charged; None where there is no fine, or it may be charged."""
    amount, person = fined_amount(result), dossier.staff[int(result.id)]
    if not amount.fen or may_fine(person, dossier):
        return None
    rule = rule_on_fines(person, dossier)
    fines = (line for line in result.lines if line.kind == FINE and line.amount)
    clauses = tuple(dict.fromkeys(line.clause.split("#")[0] for line in fines))
    since = rule.since if rule and rule.is_allowed else None
    return HeldFine(amount, clauses, rule.reason if rule else "", since)
