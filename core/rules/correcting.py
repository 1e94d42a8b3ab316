"""Which cases can be taken up again."""

from typing import Final

from core.model.case import Case, Stage

_TAKEN_UP: Final = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING)


def is_decided_once(case: Case) -> bool:
    """Whether somebody led it to a decision; what was refused at triage and then closed never had one."""
    return case.owner_id is not None


def is_taken_up(case: Case) -> bool:
    """Whether its figures are being worked on: what earlier ones charged is neither withheld nor paid back then."""
    return case.stage in _TAKEN_UP
