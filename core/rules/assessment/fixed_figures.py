"""Where a fixed amount comes from: a literal, a choice, a setting, a fact."""

from core.model.assessment import Pending, Step
from core.model.fault import Fault
from core.model.money import Money
from core.rulebook.circumstances import Party
from core.rulebook.figures import AmountRange, FromFact, FromSetting
from core.rulebook.gate import value_of
from core.rulebook.money_rules import FixedCharge
from core.rules.assessment.charging import Bill
from core.rules.assessment.span import Span, known

Fixed = tuple[Span, tuple[Step, ...]]
"""An amount with the steps that led to it."""


def fixed_figure(bill: Bill, row: FixedCharge, party: Party) -> Fixed:
    """Return the amount for a party with its steps; what is missing is asked for."""
    figure = row.amount
    if isinstance(figure, Money):
        return known(figure.fen), (("fixed", (figure.fen,)),)
    if isinstance(figure, AmountRange):
        return _chosen(bill, row, figure)
    if isinstance(figure, FromSetting):
        return _from_setting(bill, figure)
    return _from_fact(bill, row, figure, party)


def _chosen(bill: Bill, row: FixedCharge, figure: AmountRange) -> Fixed:
    low, high = figure.from_, figure.to
    choice = value_of(figure.at, bill.case, None)
    if not isinstance(choice, int):
        limits = (str(low), str(high))
        bill.findings.ask(Pending(figure.at.rpartition(".")[2], row.clause, limits=limits, decider=figure.by))
        return Span(low.fen, high.fen, True), (("amount_range", (low.fen, high.fen, figure.by)),)
    if not low.fen <= choice <= high.fen:
        allowed = f"is outside {low}..{high}"
        bill.findings.faults.append(Fault(f"facts.{figure.at}", str(Money(choice)), allowed, row.clause))
    return known(choice), (("chosen_amount", (choice, low.fen, high.fen)),)


def _from_setting(bill: Bill, figure: FromSetting) -> Fixed:
    value = bill.case.settings.get(figure.setting)
    if isinstance(value, int):
        return known(value), (("fixed", (value,)),)
    bill.findings.missing_settings[figure.setting] = None
    return Span(0, None, True), (("unknown", ()),)


def _from_fact(bill: Bill, row: FixedCharge, figure: FromFact, party: Party) -> Fixed:
    value = value_of(figure.fact, bill.case, party)
    if isinstance(value, int):
        return known(value), (("fixed", (value,)),)
    name = figure.fact.rpartition(".")[2]
    person = party.named.id if figure.fact.startswith("person.") else None
    bill.findings.ask(Pending(name, row.clause, person=person))
    return Span(0, None, True), (("unknown", ()),)
