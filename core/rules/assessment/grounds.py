"""What a rate is taken of: the part of the base, or an amount that a fact gives."""

from typing import NamedTuple

from core.model.assessment import Pending, Step
from core.rulebook.compiled import RateRule
from core.rulebook.gate import value_of
from core.rulebook.vocabulary import FactField
from core.rules.assessment.charging import Bill
from core.rules.assessment.people_parts import PersonParts


class Ground(NamedTuple):
    """An amount in fen, None while it is not known; everyone's part of it, or all; and the step that says so."""

    base: int | None
    parts: PersonParts | None
    step: Step


def ground_of(bill: Bill, rule: RateRule) -> Ground:
    """Return what the rule's rate is taken of."""
    if rule.of_fact is None:
        return Ground(bill.base, bill.parts, ("base", (bill.base,)))
    value = value_of(rule.of_fact, bill.case, None)
    base = value if isinstance(value, int) else None
    return Ground(base, None, ("of_fact", (base, rule.of_fact)))


def ask_for_ground(bill: Bill, rule: RateRule) -> None:
    """Ask for the fact that gives the amount."""
    fact = rule.of_fact or ""
    field = bill.rulebook.fields[fact]
    decider = field.decided_by if isinstance(field, FactField) else None
    bill.findings.ask(Pending(fact.rpartition(".")[2], rule.row.clause, decider=decider))
