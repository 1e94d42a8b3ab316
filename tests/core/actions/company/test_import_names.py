from dataclasses import replace
from datetime import timedelta

from core.actions.company.import_part import begin_import, import_part
from core.imports.names import Name
from core.model.imported import Doubles
from core.model.remembered import Remembered
from tests.fakes import FakeUnitOfWork
from tests.importing import CUSTOMERS, taken_names, undone
from tests.make import NOW, staffed

NAMES = (Name(2, "Acme", "en"), Name(3, "ACME", "en"), Name(4, "新客户"), Name(5, "新 客户"), Name(6, "ACME"))


async def known() -> FakeUnitOfWork:
    uow = await staffed()
    await uow.remembered.add(Remembered(kind="customer", name="acme", used_at=NOW))
    return uow


async def names(uow: FakeUnitOfWork) -> list[tuple[str, str]]:
    return [(one.name, one.language) for one in await uow.remembered.where(kind="customer")]


async def test_like_names_are_merged_and_undone() -> None:
    uow = await known()

    batch = await taken_names(uow, NAMES, Doubles.MERGE)

    assert await names(uow) == [("acme", "en"), ("新客户", "")]
    assert batch.skipped == 3
    back = await undone(uow, batch.id)
    assert await names(uow) == [("acme", "")]
    assert (back.removed, back.emptied) == (1, 1)


async def test_like_names_are_left_out_or_added_as_they_are_spelt() -> None:
    uow = await known()

    assert (await taken_names(uow, NAMES, Doubles.SKIP)).added == 1
    assert (await taken_names(uow, NAMES, Doubles.ADD)).added == 3
    assert [name for name, _ in await names(uow)] == ["acme", "新客户", "Acme", "ACME", "新 客户"]


async def test_a_name_that_was_used_since_stays_and_so_does_a_language_that_was_changed() -> None:
    uow = await known()
    batch = await taken_names(uow, NAMES, Doubles.MERGE)
    first, second = await uow.remembered.where(kind="customer")
    await uow.remembered.put(replace(first, language="zh-Hans"))
    await uow.remembered.put(replace(second, used_at=NOW + timedelta(days=1)))

    back = await undone(uow, batch.id)

    assert (back.stays, back.emptied, back.changed) == (("新客户",), 0, 1)
    assert await names(uow) == [("acme", "zh-Hans"), ("新客户", "")]


async def test_a_name_that_was_used_while_the_file_was_taken_in_is_left_out() -> None:
    uow = await known()
    batch = await begin_import(CUSTOMERS, uow=uow)
    await uow.remembered.add(Remembered(kind="customer", name="新客户", used_at=NOW))

    await import_part(batch.id, NAMES[2:3], Doubles.SKIP, known_to=0, uow=uow)

    assert (await uow.imports.get(batch.id)).skipped == 1


async def test_a_name_that_is_gone_is_not_missed() -> None:
    uow = await known()
    batch = await taken_names(uow, NAMES, Doubles.MERGE)
    for one in await uow.remembered.where(kind="customer"):
        await uow.remembered.remove(one.id)

    assert (await undone(uow, batch.id)).emptied == 0
