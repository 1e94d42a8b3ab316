"""The parts of a pool by role: each role has its share, persons of one role share it equally or by entered shares."""

from collections.abc import Sequence

from core.model.assessment import Pending
from core.model.fault import Fault
from core.model.rate import WHOLE, percent_text
from core.rulebook.circumstances import Party
from core.rulebook.money_rules import Split
from core.rules.assessment.apportionment import NONE, Part
from core.rules.assessment.findings import Findings
from core.rules.assessment.shares import Shares

Parts = dict[int, Part | None]
"""The part of each party by place; the part of a role in which nobody is named has a place below 0."""


def parts_by_role(row: Split, shares: Shares, members: Sequence[Party], findings: Findings) -> Parts:
    """Return everybody's part; a role that bears a share and has nobody named is asked for."""
    parts: Parts = {party.place: NONE for party in members}
    for place, (role, share) in enumerate(shares.items(), start=1):
        group = [party for party in members if party.role == role]
        if share and not group:
            findings.ask(Pending("person", row.clause, role=role))
            parts[-place] = (share, WHOLE)
        if share and group:
            parts.update(_inside(row, role, share, group, findings))
    return parts


def _inside(row: Split, role: str, share: int, group: Sequence[Party], findings: Findings) -> Parts:
    given = [party.named.share for party in group if party.named.share is not None]
    if not given:
        if len(group) > 1:
            findings.lean_on(row.group_reading, row.clause)
        return {party.place: (share, WHOLE * len(group)) for party in group}
    if len(given) < len(group) or sum(given) != WHOLE:
        found = f"found is {percent_text(sum(given))} in total for {role};"
        allowed = "each person of a role needs a share, together 100 percent, or none"
        findings.faults.append(Fault("people", found, allowed, row.clause))
    return {party.place: (share * (party.named.share or 0), WHOLE * WHOLE) for party in group}
