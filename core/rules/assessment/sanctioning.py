"""Measures in words and points to a named account, as the clauses write them."""

from core.model.assessment import Caution
from core.rulebook.conduct_rules import Sanction
from core.rules.assessment.charging import Bill
from core.rules.assessment.span import NOTHING
from core.rules.assessment.tally import Tally, line_of


def apply_sanctions(bill: Bill) -> None:
    """Add every sanction whose condition holds to the accounts of its roles."""
    for ruled in bill.rulebook.sanctions:
        if not ruled.gate.holds(bill.case):
            continue
        row = ruled.row
        if row.mandatory:
            bill.ask_for_people(row.roles, row.clause)
        parties = bill.parties(row.roles)
        for party in parties:
            _apply(bill.tallies[party.place], row)
        if parties and row.legal_review:
            bill.findings.warn(Caution("legal_review", clause=row.clause))


def _apply(tally: Tally, row: Sanction) -> None:
    tally.sanctions.extend(row.measures)
    for measure in row.measures:
        tally.lines.append(line_of(row.clause, "sanction", NOTHING, (("measure", (measure,)),)))
    if row.points is not None:
        tally.points += row.points
        steps = (("account_points", (row.points, row.account)),)
        tally.lines.append(line_of(row.clause, "points", NOTHING, steps, row.account))
