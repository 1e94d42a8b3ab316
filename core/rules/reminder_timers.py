"""The timer of a deadline's next reminder: one runs at a time, and starts the one after it."""

from datetime import datetime
from typing import Final

from core.model.duty_clock import DutyClock
from core.model.timer import Timer
from core.rules.reminder_stages import Stage

DUTY_REMINDER: Final = "duty_reminder"


def reminder_timer(clock: DutyClock, stage: Stage, due_at: datetime) -> Timer:
    """The timer of that stage; `due_at` is the time that its stages are counted from."""
    return Timer(
        key=f"{timers_of(clock)}{stage.name}:{due_at.isoformat()}",
        kind=DUTY_REMINDER,
        subject_id=clock.duty_id,
        due_at=stage.at,
        data={"clock": clock.id, "stage": stage.name, "from": due_at.isoformat()},
    )


def timers_of(clock: DutyClock) -> str:
    """How the keys of all timers of that clock begin."""
    return f"reminder:{clock.id}:"
