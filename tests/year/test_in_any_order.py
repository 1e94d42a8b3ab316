"""Whatever happens in whatever order: every fen is traced, nobody loses more than the law lets, nothing crashes."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Final

import pytest

from core.model.roles import Grant, Role
from tests.fakes import FakeUnitOfWork
from tests.laws import often
from tests.make import person
from tests.year.books_in_order import check_books
from tests.year.company import founded
from tests.year.deciding_anew import DecidingAnew
from tests.year.money_play import STAFF_OFFICE, MoneyPlay

WALKS: Final = 9
# that a search once found: of what went back after a payslip said less, the rest is waived
FOUND: Final = (81,)
STEPS: Final = 200
Step = Callable[[int], Awaitable[None]]
OFTEN: Final = {
    "comes": 6,
    "is_taken_up": 4,
    "is_the_same": 3,
    "is_more": 3,
    "was_another": 2,
    "was_nobody": 1,
    "appeals": 5,
    "is_heard": 9,
    "agrees": 5,
    "is_answered": 5,
    "rewards": 2,
    "prepares": 3,
    "steps": 9,
    "closes_all": 6,
    "payslips_come": 5,
    "leaves": 1,
    "days_go_by": 7,
}
TICKETS: Final = tuple(name for name, times in OFTEN.items() for _ in range(times))


class Walk:
    """A way through everything that can happen, the same for the same seed."""

    def __init__(self, seed: int, uow: FakeUnitOfWork) -> None:
        self.seed = seed
        self.uow = uow
        self.money = MoneyPlay(uow)
        cases = DecidingAnew(uow)
        who = {name: next(one for one in (cases, self.money, self) if hasattr(one, name)) for name in OFTEN}
        self.ways: Mapping[str, Step] = {name: getattr(one, name) for name, one in who.items()}

    def number(self, *place: int) -> int:
        """One that looks drawn."""
        return int.from_bytes(sha256(str((self.seed, *place)).encode()).digest()[:4])

    async def days_go_by(self, number: int) -> None:
        """So that limits run out and months end."""
        self.uow.now += timedelta(days=1 + number % 12)

    async def is_gone(self, steps: int) -> None:
        """Step by step; the books are in order after each."""
        taken = []
        for step in range(steps):
            taken.append(TICKETS[self.number(step, 1) % len(TICKETS)])
            try:
                await self.ways[taken[-1]](self.number(step, 2) % 10_000)
                await check_books(self.uow, self.money.wages)
            except AssertionError as wrong:
                raise AssertionError(f"walk {self.seed}, step {step}, after {taken[-9:]}: {wrong}") from wrong


@pytest.mark.walk
@pytest.mark.parametrize("seed", sorted({*range(1, often(WALKS) + 1), *FOUND}))
async def test_the_books_are_in_order_after_every_step(seed: int) -> None:
    uow = await founded()
    await uow.persons.add(person(STAFF_OFFICE, name="人事", grants=(Grant(Role.HR),)))

    await Walk(seed, uow).is_gone(STEPS)

    assert set(uow.log.acts()) >= {"notice_frozen", "payroll_made", "correction_opened"}
