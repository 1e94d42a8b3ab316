"""The edition a case is judged by."""

from core.model.case import Case
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook


def rulebook_of(case: Case, *, uow: UnitOfWork) -> CompiledRulebook:
    """The case's rulebook in the edition of the day of the incident, which it keeps."""
    return uow.rulebooks.on(case.rulebook, case.occurred_on)
