"""What was entered and did nothing: said to whoever entered it, never silently dropped."""

from collections.abc import Sequence

from core.model.assessment import Caution
from core.model.request import NamedDepartment
from core.rules.assessment.apportionment import row_in_force
from core.rules.assessment.charging import Bill
from core.rules.assessment.tally import Tally


def warn_of_ignored(bill: Bill, departments: Sequence[NamedDepartment]) -> None:
    """Warn of every rate, share, level and weight that no rule of this case looked at."""
    fields = bill.rulebook.factor_fields
    for tally in bill.tallies.values():
        named = tally.party.named
        if named.chosen_rate is not None and not tally.uses_rate:
            bill.findings.warn(Caution("ignored", person=named.id))
        if named.share is not None and not _uses_share(bill, tally):
            bill.findings.warn(Caution("ignored", person=named.id))
        if fields and not tally.uses_factor and any(named.fields.get(name) is not None for name in fields):
            bill.findings.warn(Caution("ignored", person=named.id))
    if departments:
        _warn_of_departments(bill, departments)


def _uses_share(bill: Bill, tally: Tally) -> bool:
    """Tell whether a share of a pool, or of a department that bears something, was looked at."""
    return tally.uses_share or (bill.parts is not None and tally.party.place in bill.parts)


def _warn_of_departments(bill: Bill, departments: Sequence[NamedDepartment]) -> None:
    row = row_in_force(bill.rulebook, bill.case, "departments")
    if row is None and bill.rulebook.splits["departments"]:
        return
    is_entered = row is not None and row.shares == "entered"
    among = () if row is None else row.among
    for one in departments:
        takes_share = is_entered and one.fault in among
        takes_weight = not is_entered and one.fault in among
        if (one.share is not None and not takes_share) or (one.weight is not None and not takes_weight):
            bill.findings.warn(Caution("ignored", department=one.id))
