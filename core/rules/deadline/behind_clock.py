"""What a deadline's clock runs for, and whom it waits for."""

from dataclasses import dataclass

from core.model.case import Case
from core.model.deadline_clock import DeadlineClock
from core.model.duty import SIGNATURE, Duty
from core.model.label import Label
from core.model.notice import Notice
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindClock:
    """The clock with the staff as they stand; `duty` or `notice` is what it runs for, where it is one of these."""

    clock: DeadlineClock
    roster: Roster
    asked: tuple[Person, ...]
    is_open: bool
    duty: Duty | None = None
    notice: Notice | None = None

    @property
    def case(self) -> Case | None:
        """The case it belongs to; None if the calendar opened it."""
        return self.roster.case

    @property
    def key(self) -> str:
        """What its reminders are counted by: a duty with its clause, whenever it is due; anything else by its start."""
        if self.duty is not None and self.duty.has_card:
            return f"{self.duty.key}:{self.duty.clause}"
        return f"{self.clock.subject.value}:{self.clock.subject_id}:{self.clock.starts_at.isoformat()}"

    @property
    def signature(self) -> Duty | None:
        """The signature that it runs for, where it runs for one."""
        return self.duty if self.duty and self.duty.kind == SIGNATURE else None

    @property
    def label(self) -> Label | None:
        """What is to be done, where that says itself."""
        return self.duty.label if self.duty and (self.duty.has_card or self.signature) else None

    @property
    def number(self) -> str:
        """Under which number it is known: that of a notice or a case; empty for what belongs to none."""
        if self.notice is not None:
            return self.notice.number
        return str(self.signature.data["number"]) if self.signature else self.case.number if self.case else ""

    def names(self) -> tuple[str, ...]:
        """Whom it waits for, as far as a superior is told: nobody where it is the people concerned."""
        if self.duty is not None and self.duty.role is Role.EMPLOYEE:
            return ()
        return tuple(one.name for one in self.asked)
