"""The middle stages: roles changed, the base found and split, charges and sanctions applied."""

from msgspec import Struct

from core.model.assessment import DepartmentShare, Pending
from core.model.money import Money
from core.rules.assessment.apportionment import NONE, department_parts, department_shares, row_in_force
from core.rules.assessment.basing import find_base
from core.rules.assessment.charges import apply_charges
from core.rules.assessment.charging import Bill
from core.rules.assessment.ignored import warn_of_ignored
from core.rules.assessment.opening import OpenedCase
from core.rules.assessment.people_parts import PersonParts, parts_inside_departments
from core.rules.assessment.reassignment import reassign
from core.rules.assessment.sanctioning import apply_sanctions
from core.rules.assessment.shares import shares_of
from core.rules.assessment.tally import Tally


class Bills(Struct):
    """What the case comes to: the base with its clause, the departments' shares, everyone's account."""

    base: int | None
    base_clause: str
    departments: tuple[DepartmentShare, ...]
    tallies: tuple[Tally, ...]


def bill_for(opened: OpenedCase) -> Bills:
    """Compute what everyone owes; nothing where the rulebook does not apply."""
    case, request = opened.case, opened.request
    tallies = {party.place: Tally(party) for party in case.parties}
    if not opened.applies or request.has_events_alone:
        nothing = tuple(DepartmentShare(one.id, 0, Money(0)) for one in request.departments)
        return Bills(case.direct, "", nothing, tuple(tallies.values()))
    _ask_decisions(opened)
    named_roles = frozenset(case.people)
    changed, unsure = reassign(opened.rulebook, case, opened.findings)
    base, base_clause = find_base(opened.rulebook, case, opened.findings)
    split = _split(opened, base)
    bill = Bill(
        rulebook=opened.rulebook,
        case=case,
        findings=opened.findings,
        base=base,
        parts=split.parts,
        split_clause=split.clause,
        parts_reading=split.reading,
        tallies=tallies,
        named_roles=named_roles,
        changed=changed,
        unsure=unsure,
        asks_by_department=bool(split.parts is not None and split.clause and request.departments),
    )
    apply_charges(bill)
    apply_sanctions(bill)
    warn_of_ignored(bill, request.departments)
    return Bills(base, base_clause, split.departments, tuple(tallies.values()))


def _ask_decisions(opened: OpenedCase) -> None:
    for ruled in opened.rulebook.decisions:
        if ruled.gate.holds(opened.case):
            row = ruled.row
            opened.findings.ask(Pending(row.what, row.clause, decider=row.by))


class _Split(Struct, frozen=True):
    parts: PersonParts | None
    departments: tuple[DepartmentShare, ...]
    clause: str = ""
    reading: str | None = None


def _split(opened: OpenedCase, base: int | None) -> _Split:
    rulebook, named = opened.rulebook, opened.request.departments
    if not rulebook.splits["departments"]:
        return _Split(None, department_shares({one.id: NONE for one in named}, named, base))
    row = row_in_force(rulebook, opened.case, "departments")
    if row is None:
        return _Split({}, department_shares({one.id: None for one in named}, named, base))
    shares = shares_of(rulebook, opened.case, row, opened.findings)
    parts = department_parts(row, shares, named, opened.findings)
    roles = {role for charge in rulebook.charges for role in charge.row.roles}
    inside = parts_inside_departments(row, parts, opened.case, roles, opened.findings)
    return _Split(inside, department_shares(parts, named, base), row.clause, row.parts_reading)
