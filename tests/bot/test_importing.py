"""The power goes between two parts of an import: what is gone on with comes to the same as what was never cut off."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.importing import Aside, prepare, take_all
from bot.storage.engine import open_database
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.company.import_part import AT_ONCE
from core.imports.complaint import Complaint
from core.imports.names import Name
from core.model.imported import Doubles, Import, ImportKind
from core.model.remembered import Remembered
from tests.make import NOW, case
from tests.storage.opening import units_on

LINES = AT_ONCE + 20
THAT_DAY = datetime(2024, 5, 6, 4, tzinfo=UTC)
# by line: of whose order it is, an earlier line's or that of a case that was there before
TWICE = {40: 7, 108: 7, 112: AT_ONCE + 3, 60: 0, 115: 0}
# the second time, what was left is one part
BEFORE_THE_LAST, BEFORE_THE_END = 1, 1
Entries = tuple[Complaint, ...] | tuple[Name, ...]


class PowerCut(BaseException):
    """Nothing that comes after is done any more."""


def complaints() -> tuple[Complaint, ...]:
    return tuple(
        Complaint(
            line=line + 1,
            number=f"A-{line}",
            site="suzhou",
            customer="宏达机电",
            order_no=f"SO-{TWICE.get(line, line)}",
            received_on=date(2024, 5, 6),
            happened="漏水",
            phone=f"{line}" if line in TWICE else "",
        )
        for line in range(1, LINES + 1)
    )


def names() -> tuple[Name, ...]:
    """The same names, twice spelt in capitals; of one that was met before now the language is known."""
    return tuple(
        Name(line, f"CUSTOMER {TWICE[line]}" if line in TWICE else f"customer {line}", "en")
        for line in range(1, LINES + 1)
    )


@pytest.mark.parametrize("doubles", Doubles)
@pytest.mark.parametrize("kind", [ImportKind.COMPLAINTS, ImportKind.CUSTOMERS])
async def test_an_import_that_was_cut_off_ends_as_if_it_had_not_been(
    migrated: Path, tmp_path: Path, kind: ImportKind, doubles: Doubles
) -> None:
    ends: list[tuple[object, ...]] = []
    for cut_after in ((), (BEFORE_THE_LAST, BEFORE_THE_END)):
        file = Path(shutil.copy(migrated, tmp_path / f"{len(ends)}.sqlite3"))
        async with company_in(file) as units:
            ends.append(await taken(kind, doubles, units, cut_after))

    assert ends == [ends[0]] * len(ends)


@asynccontextmanager
async def company_in(file: Path) -> AsyncIterator[UnitsOfWork]:
    """It has met one of the customers, about one of the orders."""
    database = open_database(file)
    units = units_on(database)
    async with units.open(NOW) as uow:
        await uow.cases.add(
            case(number="C-0", customer="宏达机电", order_no="SO-0", received_at=THAT_DAY, phone="")
        )
        await uow.remembered.add(Remembered(kind="customer", name="customer 0", used_at=NOW, language=""))
    yield units
    await database.close()


async def taken(
    kind: ImportKind, doubles: Doubles, units: UnitsOfWork, cut_after: tuple[int, ...]
) -> tuple[object, ...]:
    """All that is there in the end, after so many parts each time the power went."""
    entries: Entries = complaints() if kind is ImportKind.COMPLAINTS else names()
    source = Import(kind=kind, file_name="old.xlsx", sha256="f" * 64, made_at=NOW)
    for parts in cut_after:
        with suppress(PowerCut):
            await take_all(await prepare(source, entries, units, then), doubles, units, aside(parts))
    batch = await take_all(await prepare(source, entries, units, then), doubles, units, aside(0))
    async with units.reading(NOW) as uow:
        cases = await uow.cases.where()
        remembered = await uow.remembered.where()
    return (
        (batch.added, batch.filled, batch.skipped, batch.finished_at is not None),
        sorted((one.number, one.order_no, one.phone, str(one.answers)) for one in cases),
        sorted((one.name, one.language) for one in remembered),
    )


def then() -> datetime:
    """When all of it happens."""
    return NOW


def aside(parts: int) -> Aside:
    """Lets so many parts be taken in, and then the power goes; with none it never does."""
    left = iter(range(parts - 1, -1, -1))

    async def on_part(_done: int, _of: int) -> None:
        if next(left, 1) == 0:
            raise PowerCut

    return Aside(then, on_part)
