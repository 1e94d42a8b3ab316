"""A case under a made-up rulebook that demands duties of every kind."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.case import Stage
from core.model.company import InForce
from core.model.duty import Duty
from core.model.roles import Grant, Role
from core.rulebook.compiled import CompiledRulebook
from tests.core.rulebook.shipped import compiled
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, case, person, staffed

TEXT = Path(__file__).with_name("demanding.toml").read_text("utf-8")
BOOK = compiled(TEXT)
IN_FORCE = InForce(rulebook="demanding", since=date(2025, 1, 1))


@dataclass
class Demanding:
    """The only rulebook at hand."""

    book: CompiledRulebook = BOOK

    def on(self, rulebook: str, day: date) -> CompiledRulebook:
        _ = rulebook, day
        return self.book


async def at_work(book: CompiledRulebook = BOOK, **settings: Any) -> FakeUnitOfWork:
    """The company under that rulebook, with a second finance person (E16) and quality person (E12)."""
    uow = await staffed(in_force=(IN_FORCE,), **settings)
    uow.rulebooks = Demanding(book)  # type: ignore[assignment]
    for number, department, role in (("E16", "财务部", Role.FINANCE), ("E12", "品管部", Role.QUALITY)):
        await uow.persons.add(
            person(number, department=department, manager_no="E05", grants=(Grant(role, "suzhou"),))
        )
    return uow


async def under_demands(book: CompiledRulebook = BOOK, **changes: Any) -> FakeUnitOfWork:
    """Case 1 of 王小明 (E10), accepted by 陈洁 (E11)."""
    uow = await at_work(book)
    owner, reporter = await by_no(uow, "E11"), await by_no(uow, "E10")
    stands: dict[str, Any] = {"stage": Stage.INVESTIGATING, "owner_id": owner.id}
    await uow.cases.add(case(reporter_id=reporter.id, rulebook="demanding", **(stands | changes)))
    await open_rulebook_duties(1, uow=uow)
    return uow


async def given(uow: FakeUnitOfWork, **changes: Any) -> None:
    """The case changes so, and its duties follow."""
    await uow.cases.put(replace(await uow.cases.get(1), **changes))
    await open_rulebook_duties(1, uow=uow)


async def open_rules(uow: FakeUnitOfWork) -> set[str]:
    return {duty.rule for duty in await uow.duties.where(case_id=1, done_at=None)}


async def the_duty(uow: FakeUnitOfWork, rule: str) -> Duty:
    found = await uow.duties.one(rule=rule)
    assert found is not None
    return found
