"""The answer of an assessment: amounts, what is open, what the clauses demand, and the trace behind it.

Made by the dozen in every assessment, these are structs: a frozen dataclass of the same fields takes ten times as long
to make.
"""

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from core.model.label import Label
from core.model.money import Money

Step = tuple[str, tuple[int | str | None, ...]]
"""One step of a trace: its name (the key of its words) and its inputs in internal units; see `trace.INPUTS`."""

MINIMUM_WAGE: Final = "minimum_wage"
"""What the guard needs of the company, beside what its rulebook leaves to it; without it amounts are known all the same."""


class Status(StrEnum):
    """How far the assessment could go; the earlier one counts where several hold."""

    NOT_APPLICABLE = "not_applicable"
    NEEDS_CONFIGURATION = "needs_configuration"
    DECISION_PENDING = "decision_pending"
    COMPLETE = "complete"


class PricedLoss(Struct, frozen=True):
    """A loss item with its amount; `steps` say how hours became money."""

    kind: str
    amount: Money
    clause: str
    steps: tuple[Step, ...]


class FoundGrade(Struct, frozen=True):
    """The grade with the clauses of the criteria met."""

    id: str
    label: Label
    rank: int
    clause: str
    because: tuple[str, ...]


class DepartmentShare(Struct, frozen=True):
    """A department's share of the loss, before any employee rate; None while a person must set it."""

    id: str
    share: int | None
    amount: Money | None


class Line(Struct, frozen=True):
    """One rule that touched a person: what it charged, and how; `kind` is compensation, fine, reward, points or sanction."""

    clause: str
    kind: str
    amount: Money | None
    low: Money | None
    high: Money | None
    steps: tuple[Step, ...]
    account: str | None = None


class PersonResult(Struct, frozen=True, kw_only=True):
    """What one person owes or is owed in one role; amounts are None while a choice is open."""

    id: str
    role: str
    amount: Money | None
    amount_min: Money | None
    amount_max: Money | None
    reward: Money | None
    points: int
    sanctions: tuple[str, ...]
    lines: tuple[Line, ...]


class Pending(Struct, frozen=True):
    """What a named person must still say; `limits` are the ends of a range as text."""

    what: str
    clause: str
    person: str | None = None
    limits: tuple[str, str] | None = None
    decider: str | None = None
    role: str | None = None
    department: str | None = None


class DueBy(Struct, frozen=True):
    """A deadline that runs: due at the instant, which is still in time."""

    id: str
    clause: str
    starts_at: datetime
    due_at: datetime
    owner: str
    label: Label
    steps: tuple[Step, ...]


class OpenDuty(Struct, frozen=True):
    """What else a clause demands of an office."""

    id: str
    clause: str
    owner: str
    kind: str
    label: Label
    copies: tuple[str, ...] = ()


class ApprovalStep(Struct, frozen=True):
    """A step of the chain for this case; who approved an earlier one as one of `not_by` may not take it."""

    clause: str
    step: int
    by: str
    act: str
    not_by: tuple[str, ...] = ()


class Schedule(Struct, frozen=True):
    """What may be withheld month by month from one person's wage under the statutory guard."""

    person: str
    limit: Money
    full_months: int
    rest: Money

    @property
    def months(self) -> tuple[Money, ...]:
        """The amounts month by month; empty where nothing may be withheld."""
        return (self.limit,) * self.full_months + ((self.rest,) if self.rest.fen else ())


class Caution(Struct, frozen=True):
    """Something a person should see before approving; `id` names the reading of an `interpretation`."""

    code: str
    id: str = ""
    clause: str = ""
    person: str = ""
    label: Label | None = None
    department: str = ""


class AppealRoute(Struct, frozen=True):
    """Where an appeal goes, within which deadline, who may not hear it, and whose it is."""

    clause: str
    to: str
    deadline: str | None
    not_by: tuple[str, ...]
    id: str = ""
    by: str = "employee"


class Excluded(Struct, frozen=True):
    """Why the regulation does not apply, what to do next, and who closes the case at once."""

    clause: str
    reason: Label
    next_step: Label
    owner: str | None = None


class Assessment(Struct, frozen=True, kw_only=True):
    """The whole answer; see the field names of `gongdao assess`. `edition_sha256` is the hash of the edition's text."""

    rulebook: str
    edition: str
    status: Status
    is_incident: bool | None
    losses: tuple[PricedLoss, ...]
    direct_loss: Money
    base: Money | None
    base_clause: str
    grade: FoundGrade | None
    departments: tuple[DepartmentShare, ...]
    people: tuple[PersonResult, ...]
    company_bears: Money | None
    company_bears_min: Money | None
    company_bears_max: Money | None
    over_recovery: Money | None
    pending: tuple[Pending, ...]
    needs_configuration: tuple[str, ...]
    deadlines: tuple[DueBy, ...]
    duties: tuple[OpenDuty, ...]
    approvals: tuple[ApprovalStep, ...]
    withholding: tuple[Schedule, ...]
    warnings: tuple[Caution, ...]
    appeals: tuple[AppealRoute, ...] = ()
    excluded: Excluded | None = None
    edition_sha256: str = ""
