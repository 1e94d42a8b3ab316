"""The table of rights: the bot allows what stands here, and nothing else."""

from collections.abc import Iterable, Mapping
from typing import Final

from core.rights.action import Action
from core.rights.right import Right
from core.rights.rows import (
    company,
    corrective,
    decision,
    duty,
    edition,
    everybody,
    investigation,
    money,
    notice,
    person,
    reading,
    records,
    remedy,
    reports,
    tip,
    triage,
)

# one a line, in the order of a case's life; each has its heading in words
CHAPTERS: Final[Mapping[str, tuple[Right, ...]]] = {
    "everybody": everybody.ROWS,
    "reading": reading.ROWS,
    "triage": triage.ROWS,
    "investigation": investigation.ROWS,
    "decision": decision.ROWS,
    "remedy": remedy.ROWS,
    "corrective": corrective.ROWS,
    "notice": notice.ROWS,
    "duty": duty.ROWS,
    "money": money.ROWS,
    "tips": tip.ROWS,
    "persons": person.ROWS,
    "reports": reports.ROWS,
    "editions": edition.ROWS,
    "records": records.ROWS,
    "company": company.ROWS,
}


def rights_in(rows: Iterable[Right]) -> Mapping[Action, Right]:
    """The rows by action; ValueError for an action with two of them."""
    listed = tuple(rows)
    table = {right.action: right for right in listed}
    if len(table) != len(listed):
        raise ValueError("an action has two rows")
    return table


RIGHTS: Final = rights_in(right for rows in CHAPTERS.values() for right in rows)
