"""The clock of a duty: from which instant to which it runs, by which clause, and how that was counted."""

from dataclasses import dataclass
from datetime import datetime

from core.model.assessment import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyClock:
    """One deadline of a rulebook at work; a duty has at most one.

    `rule` is the deadline in the edition with that hash, `steps` the counting as structured words, `calendar` the
    version of the working days it was counted by. It is provisional while one of its years is not published. It
    runs until its duty is done, or falls away (`stopped_at`).
    """

    id: int = 0
    duty_id: int
    case_id: int | None = None
    site: str
    rule: str
    clause: str
    rulebook: str
    edition: str
    edition_sha256: str
    starts_at: datetime
    due_at: datetime
    steps: tuple[Step, ...] = ()
    calendar: str = ""
    is_provisional: bool = False
    is_urgent: bool = False
    stopped_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether what it is for is still to be done."""
        return self.stopped_at is None
