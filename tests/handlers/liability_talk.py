"""Chats about figures, with everybody's handlers of them."""

from handlers import (
    approving,
    confirming,
    deadlines,
    departments,
    details,
    explaining,
    incident_day,
    investigating,
    losses,
    noticing,
    parties,
    questions,
    rates,
    rulebooks,
    stating,
)
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import HandlerModule, Talk, talk_with

MODULES: tuple[HandlerModule, ...] = (
    approving,
    confirming,
    deadlines,
    departments,
    details,
    explaining,
    incident_day,
    investigating,
    losses,
    noticing,
    parties,
    questions,
    rates,
    rulebooks,
    stating,
)


async def liability_talk(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    """The chat of that person."""
    return await talk_with(uow, employee_no, *MODULES)
