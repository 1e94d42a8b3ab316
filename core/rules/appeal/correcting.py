"""Which cases can be taken up again."""

from core.model.case import WORKED_ON, Case


def is_decided_once(case: Case) -> bool:
    """Whether somebody led it to a decision; what was refused at triage and then closed never had one."""
    return case.owner_id is not None


def is_taken_up(case: Case) -> bool:
    """Whether its figures are being worked on: what earlier ones charged is neither withheld nor paid back then."""
    return case.stage in WORKED_ON
