"""A case: a registered complaint or incident with a number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Where a case stands."""

    REGISTERED = "registered"
    RETURNED = "returned"
    REFUSED = "refused"
    INVESTIGATING = "investigating"
    CONFIRMING = "confirming"
    APPROVING = "approving"
    DECIDED = "decided"
    CLOSED = "closed"


WORKED_ON: Final = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING)
"""While somebody works on its figures."""
DECIDED: Final = (Stage.DECIDED, Stage.CLOSED)
"""Once it is decided what it comes to."""
OVER: Final = (Stage.REFUSED, Stage.CLOSED)
"""Once nothing is waited for."""
NOT_OVER: Final = tuple(stage for stage in Stage if stage not in OVER)
LIVING: Final = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
"""Until it is closed; a refused one, too, waits for that."""


class Outcome(StrEnum):
    """How a case was refused, or decided without charging anybody."""

    UNJUSTIFIED = "unjustified"
    NOT_QUALITY = "not_quality"
    CHARGED = "charged"
    NOBODY_CHARGED = "nobody_charged"


NOT_TAKEN_ON: Final = (Outcome.UNJUSTIFIED, Outcome.NOT_QUALITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case. `facts` and `losses` are in the words of `gongdao assess`; `version` counts the figures' editions.

    `version` goes up by one with every change to facts, losses, cause or parties, so a press can be bound to
    the figures it was made on. `is_occurred_known` is false when the day of receipt stands in for the
    incident's date. `edition_sha256` is the hash of the text of the edition that the case stands under. `answers` are
    those to the rulebook's own intake fields, `channel` is by which of its ways the complaint came (empty: by chat).
    What was imported from earlier records has an `import_id`, nobody (0) as its reporter and no rulebook.
    """

    id: int = 0
    number: str
    site: str
    rulebook: str
    edition: str
    edition_sha256: str = ""
    stage: Stage = Stage.REGISTERED
    version: int = 1
    reporter_id: int
    owner_id: int | None = None
    customer: str
    product: str = ""
    order_no: str = ""
    part_no: str = ""
    quantity: str = ""
    defective: str = ""
    happened: str
    demand: str = ""
    phone: str = ""
    channel: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    occurred_on: date
    is_occurred_known: bool = True
    received_at: datetime
    registered_at: datetime
    first_reply_due_at: datetime | None = None
    replied_at: datetime | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    losses: tuple[Mapping[str, object], ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)
    departments: tuple[Mapping[str, object], ...] = ()
    cause: str = ""
    containment: str = ""
    outcome: Outcome | None = None
    outcome_reason: str = ""
    loss_borne_by: str = ""
    above_loss_reason: str = ""
    import_id: int | None = None
    stage_since: datetime

    @property
    def goods(self) -> str:
        """What it is about: the product, or its part number where nobody named the product."""
        return self.product or self.part_no
