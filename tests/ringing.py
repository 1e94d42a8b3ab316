"""Lets time pass over a unit of work in memory: rings what is due, in order, each at its own instant."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.all_routes import all_routes
from core.model.timer import Timer
from tests.fakes import FakeUnitOfWork

RINGS = all_routes().rings


async def time_passes(uow: FakeUnitOfWork, until: datetime) -> None:
    """The bot is at work all the time until then."""
    while (timer := _next(uow, until)) is not None:
        uow.now = max(uow.now, timer.due_at)
        await _ring(uow, timer)
    uow.now = until


async def back_at_work(uow: FakeUnitOfWork, at: datetime) -> None:
    """The bot was away until then, and rings what was due at once."""
    uow.now = at
    while (timer := _next(uow, at)) is not None:
        await _ring(uow, timer)


async def hours_pass(uow: FakeUnitOfWork, hours: float) -> None:
    """So many hours from now."""
    await time_passes(uow, uow.now + timedelta(hours=hours))


def _next(uow: FakeUnitOfWork, until: datetime) -> Timer | None:
    waiting = [one for one in uow.timers.by_key.values() if one.rung_at is None and one.stopped_at is None]
    due = [one for one in waiting if one.due_at <= until and one.kind in RINGS]
    return min(due, key=lambda one: (one.due_at, one.key), default=None)


async def _ring(uow: FakeUnitOfWork, timer: Timer) -> None:
    uow.timers.by_key[timer.key] = replace(timer, rung_at=uow.now)
    await RINGS[timer.kind](timer, uow)
