"""Which cases can be taken up again."""

from core.model.case import Case


def is_decided_once(case: Case) -> bool:
    """Whether somebody led it to a decision; what was refused at triage and then closed never had one."""
    return case.owner_id is not None
