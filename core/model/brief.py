"""Duties and cases in brief: no more than it takes to count and order what waits for somebody."""

from datetime import datetime
from typing import NamedTuple

from core.model.roles import Role


class BriefDuty(NamedTuple):
    """One duty, with who leads and who reported its case, and the ids of who is named in it, between commas.

    A tuple, for there are hundreds in a list of which ten are shown. `is_kept_apart` if who did something else may
    not do it.
    """

    id: int
    kind: str
    case_id: int | None
    site: str
    role: Role | None
    due_at: datetime | None
    finished_by: int | None
    is_kept_apart: bool
    leads: int | None
    reported: int | None
    named: str

    def named_ids(self) -> frozenset[int]:
        """Who is named in its case."""
        return frozenset(int(one) for one in self.named.split(",")) if self.named else frozenset()


class BriefCase(NamedTuple):
    """One case; `due_at` is when its first reply is due."""

    id: int
    due_at: datetime | None
