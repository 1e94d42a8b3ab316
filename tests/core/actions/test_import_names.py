from dataclasses import replace
from datetime import timedelta

from core.actions.import_names import import_names
from core.actions.undo_import import undo_import
from core.imports.doubles import Doubles
from core.imports.names import Name
from core.model.imported import Import, ImportKind
from core.model.remembered import Remembered
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, staffed

SOURCE = Import(kind=ImportKind.CUSTOMERS, file_name="customers.xlsx", sha256="f" * 64, made_at=NOW)
NAMES = (Name(2, "Acme", "en"), Name(3, "ACME", "en"), Name(4, "新客户"), Name(5, "新 客户"), Name(6, "ACME"))


async def known() -> FakeUnitOfWork:
    uow = await staffed()
    await uow.remembered.add(Remembered(kind="customer", name="acme", used_at=NOW))
    return uow


async def names(uow: FakeUnitOfWork) -> list[tuple[str, str]]:
    return [(one.name, one.language) for one in await uow.remembered.where(kind="customer")]


async def test_like_names_are_merged_and_undone() -> None:
    uow = await known()

    batch = await import_names(SOURCE, NAMES, Doubles.MERGE, uow=uow)

    assert await names(uow) == [("acme", "en"), ("新客户", "")]
    assert batch.skipped == 3
    undone = await undo_import(batch.id, uow=uow)
    assert await names(uow) == [("acme", "")]
    assert (undone.removed, undone.emptied) == (1, 1)


async def test_like_names_are_left_out_or_added_as_they_are_spelt() -> None:
    uow = await known()

    assert len((await import_names(SOURCE, NAMES, Doubles.SKIP, uow=uow)).added) == 1
    assert len((await import_names(SOURCE, NAMES, Doubles.ADD, uow=uow)).added) == 3
    assert [name for name, _ in await names(uow)] == ["acme", "新客户", "Acme", "ACME", "新 客户"]


async def test_a_name_that_was_used_since_stays_and_so_does_a_language_that_was_changed() -> None:
    uow = await known()
    batch = await import_names(SOURCE, NAMES, Doubles.MERGE, uow=uow)
    first, second = await uow.remembered.where(kind="customer")
    await uow.remembered.put(replace(first, language="zh-Hans"))
    await uow.remembered.put(replace(second, used_at=NOW + timedelta(days=1)))

    undone = await undo_import(batch.id, uow=uow)

    assert (undone.stays, undone.emptied, undone.changed) == (("新客户",), 0, 1)
    assert await names(uow) == [("acme", "zh-Hans"), ("新客户", "")]


async def test_a_name_that_is_gone_is_not_missed() -> None:
    uow = await known()
    batch = await import_names(SOURCE, NAMES, Doubles.MERGE, uow=uow)
    for one in await uow.remembered.where(kind="customer"):
        await uow.remembered.remove(one.id)

    assert (await undo_import(batch.id, uow=uow)).emptied == 0
