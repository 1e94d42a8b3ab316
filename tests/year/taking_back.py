"""What is refused leaves nothing behind, in memory as in the database."""

from collections.abc import Coroutine
from typing import Any

from core.errors import Refusal
from tests.fakes import FakeUnitOfWork
from tests.year.memory import LookedUpShelf


async def tried(doing: Coroutine[Any, Any, Any], *, uow: FakeUnitOfWork) -> bool:
    """Whether it was done; if it was refused, everything is as it was before."""
    shelves = [shelf for shelf in vars(uow).values() if isinstance(shelf, LookedUpShelf)]
    before = [dict(shelf.things) for shelf in shelves]
    booked, rows = len(uow.ledger.booked), len(uow.log.rows)
    try:
        await doing
    except Refusal:
        for shelf, things in zip(shelves, before, strict=True):
            shelf.restores(things)
        del uow.ledger.booked[booked:], uow.log.rows[rows:]
        return False
    return True
