"""Cases as they were assessed: for asking what another edition would have said."""

from collections.abc import Collection
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


async def last_recorded(
    rulebooks: Collection[str], most: int, *, uow: UnitOfWork
) -> tuple[RecordedCase, ...]:
    """The last of those under these rulebooks that have figures, at most so many cases looked at, by day and number."""
    cases = await uow.cases.latest(most, by="occurred_on", rulebook=tuple(rulebooks))
    recorded = [RecordedCase(case, await _latest(case, uow)) for case in cases]
    assessed = [one for one in recorded if one.figures is not None]
    return tuple(sorted(assessed, key=lambda one: (one.case.occurred_on, one.case.number)))


async def _latest(case: Case, uow: UnitOfWork) -> Figures | None:
    versions = await uow.figures.where(case_id=case.id)
    return max(versions, key=lambda figures: (figures.version, figures.id), default=None)
