"""A fine that the rulebook has and nobody is charged, because the region's setting does not allow it."""

from dataclasses import dataclass

from core.model.assessment import PersonResult
from core.model.company import Company
from core.model.money import Money
from core.model.person import Person
from core.rules.fines import may_fine, rule_on_fines
from core.rules.notice_content import FINE, fined_amount


@dataclass(frozen=True, slots=True)
class HeldFine:
    """How much the clauses ask for; the company's reason not to charge it is empty while it has settled nothing."""

    amount: Money
    clauses: tuple[str, ...]
    reason: str


def held_fine(result: PersonResult, person: Person, company: Company) -> HeldFine | None:
    """What of the result is a fine that is not charged; None where there is no fine, or it may be charged."""
    amount = fined_amount(result)
    if not amount.fen or may_fine(person, company):
        return None
    rule = rule_on_fines(person, company)
    fines = (line for line in result.lines if line.kind == FINE and line.amount)
    clauses = tuple(dict.fromkeys(line.clause.split("#")[0] for line in fines))
    return HeldFine(amount, clauses, rule.reason if rule else "")
