"""The clock of one party's statement."""

from datetime import datetime

from core.model.timer import Timer


def hearing_clock(case_id: int, person_id: int, due_at: datetime) -> Timer:
    """The timer that ends the hearing of that person in that case."""
    return Timer(
        key=hearing_key(case_id, person_id),
        kind="statement_due",
        subject_id=case_id,
        person_id=person_id,
        due_at=due_at,
    )


def hearing_key(case_id: int, person_id: int) -> str:
    """The key of that timer."""
    return f"statement:{case_id}:{person_id}"
