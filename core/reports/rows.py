"""What a report reads: one row a case, a deadline, an answer of a customer, a cost; a hundred thousand of them at once.

Rows point to nothing that could point back: the collector of rubbish needs not look through them.
"""

from datetime import datetime

from msgspec import Struct

from core.model.case import Stage
from core.model.negotiation import Contentment


class Asked(Struct, frozen=True, kw_only=True):
    """What a report is about: from one instant to another (not included), at these sites.

    Only what was due before `due` counts as a deadline; what was entered is of those `months` (`2025-03`).
    """

    begins: datetime
    ends: datetime
    sites: tuple[str, ...]
    months: tuple[str, ...] = ()
    due: datetime
    with_persons: bool = False


class CaseRow(Struct, frozen=True, gc=False):
    """A case as statistics see it.

    `loss`, `charged` and what the company has `borne` are fen, None while it has no figures.
    `cause` is the code of the rulebook's own list of causes, `cause_class` what a person has counted it as instead.
    """

    id: int
    number: str
    site: str
    rulebook: str
    customer: str
    product: str
    cause: str
    cause_class: str
    grade: str
    stage: Stage
    registered_at: datetime
    loss: int | None = None
    charged: int | None = None
    borne: int | None = None
    departments: tuple[str, ...] = ()
    is_imported: bool = False

    @property
    def counts(self) -> bool:
        """Whether it was, or may still be, a justified matter of quality."""
        return self.stage is not Stage.REFUSED


class ClockRow(Struct, frozen=True, gc=False):
    """A deadline that fell due: whether it was met in time, and whether it was met at all."""

    case_id: int
    is_kept: bool
    is_met: bool


class AnswerRow(Struct, frozen=True, gc=False):
    """What a customer said."""

    case_id: int
    answer: Contentment


class CostRow(Struct, frozen=True, gc=False):
    """What one item of putting a customer right has cost, in fen."""

    case_id: int
    cost_class: str
    fen: int


class EnteredRow(Struct, frozen=True, gc=False):
    """A month's figure that a person entered: orders, or the budget in fen."""

    kind: str
    value: int


class ChargeRow(Struct, frozen=True, gc=False):
    """What one person owes for one case, in fen."""

    case_id: int
    person: str
    fen: int


class Material(Struct, frozen=True, kw_only=True):
    """All that a report is made of: cases registered in its time, the ids of those closed in it and of those open at its end."""

    registered: tuple[CaseRow, ...]
    closed: tuple[int, ...]
    open: tuple[int, ...]
    clocks: tuple[ClockRow, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    costs: tuple[CostRow, ...] = ()
    entered: tuple[EnteredRow, ...] = ()
    recurrences: tuple[int, ...] = ()
    charges: tuple[ChargeRow, ...] = ()
    history: tuple[int, ...] = ()
