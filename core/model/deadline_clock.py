"""The clock of a deadline: from which instant to which it runs, by which clause, and how that was counted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.assessment import Step
from core.model.duty import SIGNATURE


class Subject(StrEnum):
    """What a clock runs for: something to be done, the customer's first reply, a statement, an appeal."""

    DUTY = "duty"
    CASE = "case"
    PARTY = "party"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineClock:
    """One deadline at work; what it runs for (`subject`, with the id `subject_id`) has at most one.

    `rule` is the deadline in the edition with that hash, or the company's own limit, which has no rulebook and no
    clause. `steps` is the counting as structured words, `calendar` the version of the working days it was counted by.
    It is provisional while one of its years is not published. One that is a right of `person_id`, or is answered by
    the next superior where somebody keeps silent, `ends_itself`: nobody is late after it. It runs until what it is for
    is done, falls away, or is over (`stopped_at`).
    """

    id: int = 0
    subject: Subject
    subject_id: int
    case_id: int | None = None
    person_id: int | None = None
    site: str
    rule: str
    clause: str = ""
    rulebook: str = ""
    edition: str = ""
    edition_sha256: str = ""
    starts_at: datetime
    due_at: datetime
    warn_at: datetime | None = None
    steps: tuple[Step, ...] = ()
    calendar: str = ""
    is_provisional: bool = False
    is_urgent: bool = False
    ends_itself: bool = False
    stopped_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether what it is for is still to be done, or may still be done."""
        return self.stopped_at is None

    @property
    def is_right(self) -> bool:
        """Whether it bounds somebody's right, not a task."""
        return self.person_id is not None

    @property
    def is_own_affair(self) -> bool:
        """Whether nobody but who may do it hears of it: their right, or their signature."""
        return self.is_right or (self.rule == SIGNATURE and not self.rulebook)
