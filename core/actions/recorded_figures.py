"""Cases as they were assessed: for asking what another edition would have said."""

from dataclasses import dataclass
from datetime import date

from core.model.case import Case
from core.model.figures import Figures
from core.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RecordedCase:
    """A case with its latest figures; None where none were ever put."""

    case: Case
    figures: Figures | None


async def recorded_figures(since: date, *, uow: UnitOfWork) -> tuple[RecordedCase, ...]:
    """Every case whose incident was on that day or later, by day and number."""
    cases = [case for case in await uow.cases.where() if case.occurred_on >= since]
    return tuple(
        [
            RecordedCase(case, await _latest(case, uow))
            for case in sorted(cases, key=lambda case: (case.occurred_on, case.number))
        ]
    )


async def _latest(case: Case, uow: UnitOfWork) -> Figures | None:
    versions = await uow.figures.where(case_id=case.id)
    return max(versions, key=lambda figures: (figures.version, figures.id), default=None)
