"""The clock of a department's confirmation: at its end silence goes up, never through."""

from datetime import datetime

from core.model.timer import Timer


def objection_clock(case_id: int, version: int, desk: str, person_id: int, due_at: datetime) -> Timer:
    """The timer that takes the silence of that person at that desk to the next superior."""
    return Timer(
        key=f"objection:{case_id}:{version}:{desk}:{person_id}:{due_at:%Y%m%d%H%M%S}",
        kind="objection_due",
        subject_id=case_id,
        person_id=person_id,
        due_at=due_at,
        data={"desk": desk, "version": version},
    )
