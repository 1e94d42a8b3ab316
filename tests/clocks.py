"""The clocks of deadlines in a unit of work in memory."""

from core.model.deadline_clock import DeadlineClock, Subject
from tests.fakes import FakeUnitOfWork


async def running(uow: FakeUnitOfWork, subject: Subject, *, own: bool = False) -> tuple[DeadlineClock, ...]:
    """Those that run for such a thing; of duties only the company's `own`, or all."""
    clocks = await uow.deadline_clocks.where(subject=subject, stopped_at=None)
    return tuple(clock for clock in clocks if not (own and clock.rulebook))
