"""Duties, cases and appeals in brief: no more than it takes to count and order what waits for somebody."""

import json
from datetime import datetime
from typing import NamedTuple

from core.model.roles import Role


def ids_in(text: str) -> frozenset[int]:
    """The ids that stand there between commas."""
    return frozenset(int(one) for one in text.split(",")) if text else frozenset()


class BriefDuty(NamedTuple):
    """One duty, with who leads and who reported its case.

    A tuple, for there are hundreds in a list of which ten are shown. `apart` are the rules of what it is kept apart
    from, as a list in JSON, or None: who did that may not do it.
    """

    id: int
    kind: str
    case_id: int | None
    site: str
    role: Role | None
    due_at: datetime | None
    finished_by: int | None
    apart: str | None
    leads: int | None
    reported: int | None

    def apart_from(self) -> tuple[str, ...]:
        """The rules of what its doer may have had no hand in."""
        return tuple(json.loads(self.apart)) if self.apart else ()


class BriefParty(NamedTuple):
    """One person named in a case, and for which department; who is named only for a reward `may_pay` nothing."""

    case_id: int
    person_id: int
    department: str
    may_pay: bool


class BriefCase(NamedTuple):
    """One case; `due_at` is when its first reply is due."""

    id: int
    due_at: datetime | None


class BriefAppeal(NamedTuple):
    """One unsettled appeal that nobody hears yet, with where its case is, and who leads and who reported it.

    `office` is what the rulebook has hear an employee, empty where it names none.
    """

    id: int
    case_id: int
    due_at: datetime | None
    office: str
    site: str
    rulebook: str
    leads: int | None
    reported: int


class PartTakers(NamedTuple):
    """Who else has which part in a case: ids between commas."""

    named: str = ""
    named_by: str = ""
    decided: str = ""


class HeardAppeal(NamedTuple):
    """One unsettled appeal that somebody hears: until when it may be answered, and whether it was."""

    id: int
    case_id: int
    due_at: datetime | None
    hearer_id: int
    is_answered: bool
