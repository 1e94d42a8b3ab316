"""The timer of a deadline's next reminder: one runs at a time, and starts the one after it."""

from datetime import datetime
from typing import Final

from core.model.deadline_clock import DeadlineClock
from core.model.timer import Timer
from core.rules.deadline.reminder_stages import Stage

REMINDER: Final = "reminder"


def reminder_timer(clock: DeadlineClock, stage: Stage, due_at: datetime) -> Timer:
    """The timer of that stage; `due_at` is the time that its stages are counted from."""
    return Timer(
        key=f"{timers_of(clock)}{stage.name}:{due_at.isoformat()}",
        kind=REMINDER,
        subject_id=clock.id,
        due_at=stage.at,
        data={"stage": stage.name, "from": due_at.isoformat()},
    )


def timers_of(clock: DeadlineClock) -> str:
    """How the keys of all timers of that clock begin."""
    return f"reminder:{clock.id}:"
