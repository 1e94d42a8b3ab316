"""The presses that bring records in and out: what is asked, what is taken, what is not."""

from dataclasses import replace

import pytest

from core.actions.records.show_earlier import show_earlier
from core.actions.records.undo_in_chat import ask_undo
from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.imports.found import FoundRecords
from core.model.earlier_file import FileState
from core.model.imported import Doubles
from core.model.roles import Grant, Role
from handlers import cases, exporting, importing
from tests.core.actions.company.test_import_complaints import complaint
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.importing import taken
from tests.make import by_no, staffed

SHEET = {"file_id": "f", "file_unique_id": "u", "file_name": "旧表.xlsx", "file_size": 9000}
SHA = "f" * 64


async def opened(employee_no: str = "E07") -> tuple[FakeUnitOfWork, Talk]:
    uow = await staffed()
    return uow, await talk_with(uow, employee_no, cases, importing, exporting)


async def asked(kind: str = "complaints") -> tuple[FakeUnitOfWork, Talk]:
    uow, talk = await opened()
    await talk.sends("/cases")
    await talk.presses("records")
    await talk.presses(kind)
    return uow, talk


async def shown() -> tuple[FakeUnitOfWork, Talk]:
    uow, talk = await asked()
    await talk.sends(document=SHEET)
    (file,) = await uow.earlier_files.where()
    found = FoundRecords(new=2, there=1, steps={Doubles.SKIP: 2, Doubles.MERGE: 3, Doubles.ADD: 3})
    await show_earlier(file, SHA, found, uow=uow)
    talk.reply.said.append(uow.outbox.told_to("E07")[-1])
    return uow, talk


async def test_only_admins_have_the_way_in() -> None:
    _, talk = await opened("E11")
    await talk.sends("/cases")

    assert all(button.verb != "records" for row in talk.latest().rows for button in row)


@pytest.mark.parametrize("kind", ["complaints", "customers", "products"])
async def test_the_columns_of_each_kind_are_said(kind: str) -> None:
    _, talk = await asked(kind)

    needed = talk.latest().data["needed"]
    assert ("site" in needed) is (kind == "complaints")  # type: ignore[operator]


async def test_a_file_is_taken_once_and_what_is_no_file_is_asked_again() -> None:
    uow, talk = await asked()
    await talk.sends("在这里")
    assert talk.latest().template == "import_file_asked"
    for _ in range(2):
        with pytest.raises(NotAllowed, match="import_one_by_one"):
            await talk.sends(document=SHEET, media_group_id="a")

    await talk.sends(document=SHEET)

    assert talk.latest().template == "import_file_received"
    (file,) = await uow.earlier_files.where()
    assert (file.name, file.state, file.person_id) == ("旧表.xlsx", FileState.SENT, talk.actor.id)
    assert await uow.dialogues.find(talk.actor.id) is None


async def test_a_choice_is_taken_for_the_file_that_was_shown() -> None:
    uow, talk = await shown()
    await talk.presses("import_take_merge")

    (file,) = await uow.earlier_files.where()
    assert (file.state, file.doubles) == (FileState.CHOSEN, Doubles.MERGE)
    assert talk.latest().template == "import_going"
    for forged in (f"import_take:{file.id}:0:all.{file.seal}", "import_of:0:0:secrets", "export_of:0:0:pdf"):
        with pytest.raises(NoSuchThing):
            await talk.hits(forged)
    with pytest.raises(SomebodyWasFirst):
        await talk.hits(f"import_drop:{file.id}:0:.{file.seal}")


async def test_a_file_can_be_left_out() -> None:
    uow, talk = await shown()
    await talk.presses("import_drop")

    assert talk.latest().template == "import_dropped"
    assert [one.state for one in await uow.earlier_files.where()] == [FileState.DROPPED]


async def test_imports_are_listed_with_who_made_them_and_asked_about_before_they_go() -> None:
    uow, talk = await opened()
    await talk.hits("imports:0:0")
    assert talk.latest().data["batches"] == []
    shell = await taken(uow, complaint())
    await uow.imports.add(replace(shell, id=0, made_by=talk.actor.id, undone_at=uow.now))
    await uow.imports.add(replace(shell, id=0, finished_at=None))
    await ask_undo((await uow.imports.add(replace(shell, id=0))).id, actor=talk.actor, uow=uow)

    await talk.hits("imports:0:0")
    said = talk.words()
    assert all(word in said for word in ("孙丽", "命令行", "已撤回", "没有做完", "正在撤回"))
    buttons = [button.id for row in talk.latest().rows for button in row if button.verb == "import_undo"]
    assert buttons == [3, 1]
    await talk.presses("1")
    await talk.presses("import_undo_yes")

    assert talk.latest().template == "import_undo_going"
    assert (await uow.imports.get(1)).undo_by == talk.actor.id


async def test_an_export_is_asked_for_by_site_and_whole_where_the_admin_is_everywhere() -> None:
    uow, talk = await opened()
    await talk.hits("export_of:0:0:xlsx")
    parts = [button.arg for row in talk.latest().rows for button in row if button.verb == "export_take"]
    assert parts == ["xlsx.all.suzhou", "xlsx.year.suzhou"]
    admin = await by_no(uow, "E07")
    talk.actor = await uow.persons.put(replace(admin, grants=(Grant(Role.ADMIN),)))

    await talk.hits("export_of:0:0:json")
    await talk.presses("json.year.")

    (export,) = await uow.records_exports.where()
    assert (export.site, str(export.since)) == ("", "2025-01-01")
    assert talk.latest().template == "export_going"
