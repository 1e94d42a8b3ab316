"""What is agreed to be done about the cause of a case, before it stands there as a duty."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionKind(StrEnum):
    """Against the damage at once, against the cause, against the same cause elsewhere."""

    CONTAINMENT = "containment"
    CORRECTIVE = "corrective"
    PREVENTIVE = "preventive"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectiveAction:
    """What, by whom, until the end of which day; `verifier_id` is somebody else, chosen where it is None."""

    kind: ActionKind
    what: str
    owner_id: int | None
    due_on: date
    verifier_id: int | None = None
