"""What part of the base each person answers for: inside a department, or of a pool among people."""

from collections.abc import Collection, Sequence

from core.model.assessment import Pending
from core.model.fault import Fault
from core.model.rate import WHOLE, percent_text
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.money_rules import Split
from core.rules.assessment.apportionment import ALL, NONE, Part, Parts
from core.rules.assessment.findings import Findings

PersonParts = dict[int, Part | None]
"""The part of each party by place; None while a person must set it."""


def parts_inside_departments(
    row: Split, parts: Parts, case: Circumstances, roles: Collection[str], findings: Findings
) -> PersonParts:
    """Return each person's part: the department's part times the share inside it."""
    charged = [party for party in case.parties if party.role in roles]
    found: PersonParts = {}
    for party in charged:
        if party.named.department is None:
            findings.ask(Pending("department", row.clause, person=party.named.id))
            found[party.place] = None
    for name, part in parts.items():
        members = [party for party in charged if party.named.department == name]
        found.update(_of_department(row, name, part, members, findings))
    return found


def _of_department(
    row: Split, name: str, part: Part | None, members: Sequence[Party], findings: Findings
) -> PersonParts:
    given = [party.named.share for party in members if party.named.share is not None]
    if given and (len(given) < len(members) or sum(given) != WHOLE):
        found = f"found is {percent_text(sum(given))} in total for {name};"
        allowed = "each person of a department needs a share, together 100 percent, or none"
        findings.faults.append(Fault("people", found, allowed, row.clause))
    if part is not None and part[0] == 0:
        return {party.place: NONE for party in members}
    if members:
        return _inside(row, part, members, findings)
    if part is not None:
        findings.ask(Pending("person", row.clause, department=name))
    return {}


def _inside(row: Split, part: Part | None, members: Sequence[Party], findings: Findings) -> PersonParts:
    given = [party for party in members if party.named.share is not None]
    if not given and len(members) > 1:
        findings.lean_on(row.group_reading, row.clause)
    if part is None:
        return {party.place: None for party in members}
    if not given:
        return {party.place: (part[0], part[1] * len(members)) for party in members}
    return {party.place: (part[0] * (party.named.share or 0), part[1] * WHOLE) for party in members}


def check_pool(row: Split, members: Sequence[Party], findings: Findings) -> int:
    """Return what the entered shares of a pool come to; a fault where they cannot total 100 percent."""
    shares = [party.named.share for party in members]
    total = sum(share for share in shares if share is not None)
    if total > WHOLE or (None not in shares and shares and total != WHOLE):
        found = f"found is {percent_text(total)} in total;"
        findings.faults.append(Fault("people", found, "shares must total 100 percent", row.clause))
    return total


def parts_of_pool(row: Split, members: Sequence[Party], findings: Findings) -> PersonParts:
    """Return the entered shares of a pool; a person alone has it all, shares must total 100 percent."""
    if row.alone and len(members) == 1 and members[0].named.share is None:
        return {members[0].place: ALL}
    total = check_pool(row, members, findings)
    for party in members:
        if party.named.share is None:
            limits = ("0", percent_text(max(0, WHOLE - total)))
            findings.ask(
                Pending("share_percent", row.clause, party.named.id, limits, row.by, role=party.role)
            )
    shares = ((party.place, party.named.share) for party in members)
    return {place: None if share is None else (share, WHOLE) for place, share in shares}
