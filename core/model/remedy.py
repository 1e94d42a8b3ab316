"""How a customer is put right: what the company undertakes, who signed for its cost, and how the customer took it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from core.model.money import Money


class RemedyKind(StrEnum):
    """What can be done for a customer."""

    REPAIR = "repair"
    REPLACEMENT = "replacement"
    RETURN = "return"
    COMPENSATION = "compensation"
    APOLOGY = "apology"
    REINSTALLATION = "reinstallation"
    OTHER = "other"


class CostClass(StrEnum):
    """The five classes in which the cost of a remedy is counted."""

    PARTS = "parts"
    REPAIR = "repair"
    TRANSPORT = "transport"
    RETURN_AND_REFUND = "return_and_refund"
    COMPENSATION = "compensation"


class RemedyState(StrEnum):
    """Where the plan stands; what is carried out was agreed with the customer, what is agreed was approved before."""

    PLANNING = "planning"
    APPROVING = "approving"
    APPROVED = "approved"
    AGREED = "agreed"
    CARRIED_OUT = "carried_out"


class Dispute(StrEnum):
    """How far it has come between company and customer."""

    NONE = "none"
    NEGOTIATION = "negotiation"
    MEDIATION = "mediation"
    LITIGATION = "litigation"
    SETTLED = "settled"

    @property
    def is_open(self) -> bool:
        """Whether company and customer are still at odds."""
        return self not in (Dispute.NONE, Dispute.SETTLED)


class InterimKind(StrEnum):
    """What is done before the cause is known: the harm is contained, or the customer is helped for the time being."""

    CONTAINMENT = "containment"
    INTERIM = "interim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interim:
    """One thing that was done at once, and when."""

    kind: InterimKind
    what: str
    at: datetime
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One item of cost, in fen, with what the amount rests on."""

    cost_class: CostClass
    fen: int
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One step of the chain that approved the cost of a version of the plan."""

    version: int
    step: int
    post: str
    person_id: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One thing the company does for the customer; `owner_id` sees to it by the end of `due_on`.

    Once carried out it has its day, who said so, and what it really cost, which equals what was agreed.
    """

    id: int = 0
    case_id: int
    kind: RemedyKind
    what: str
    owner_id: int
    due_on: date | None = None
    costs: tuple[Cost, ...] = ()
    done_at: datetime | None = None
    done_by: int | None = None
    dropped_at: datetime | None = None

    @property
    def cost(self) -> Money:
        """What all of its items come to."""
        return Money(sum(one.fen for one in self.costs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One case's plan. `version` goes up with every change of an undertaking, so a signature is for one plan only.

    `put_count` says how often it was put forward: by that people tell one plan from the next (`number`).
    `put_by` proposed it to the chain, and approves no step of it; `reason` says why it was changed after that.
    """

    id: int = 0
    case_id: int
    version: int = 1
    put_count: int = 0
    state: RemedyState = RemedyState.PLANNING
    put_by: int | None = None
    reason: str = ""
    signatures: tuple[Signature, ...] = ()
    agreed_at: datetime | None = None
    interims: tuple[Interim, ...] = ()
    dispute: Dispute = Dispute.NONE
    dispute_since: datetime | None = None
    opened_at: datetime

    @property
    def number(self) -> int:
        """Which plan for this customer it is, the first being 1: the one put last, or the one that is being made."""
        return self.put_count + (self.state is RemedyState.PLANNING)

    def standing(self) -> tuple[Signature, ...]:
        """The signatures on the present version, oldest first."""
        return tuple(one for one in self.signatures if one.version == self.version)

    def disputed(self, at: datetime) -> "Remedy":
        """At odds with the customer since then, if it was not before.

        What is to be done more than was agreed takes a changed plan.
        """
        if self.dispute.is_open:
            return self
        return replace(self, dispute=Dispute.NEGOTIATION, dispute_since=at)
