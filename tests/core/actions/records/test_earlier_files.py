"""A file of earlier records sent in chat: who may, when it is decided, how long it waits, and how it ends."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.actions.company.import_part import begin_import
from core.actions.company.undo_import import undo_part
from core.actions.records.choose_earlier import choose_earlier, drop_earlier
from core.actions.records.send_earlier import send_earlier
from core.actions.records.show_earlier import (
    LAPSE,
    lapse_rang,
    lose_earlier,
    refuse_earlier,
    show_earlier,
)
from core.actions.records.take_earlier import begin_earlier, end_earlier, stop_earlier, tell_progress
from core.actions.records.undo_in_chat import ask_undo, end_undo, undoing
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.imports.found import FoundFaults, FoundRecords
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Doubles, Import, ImportKind
from core.screens.earlier import choices_of
from tests.core.actions.company.test_import_complaints import complaint
from tests.fakes import FakeUnitOfWork
from tests.importing import taken
from tests.make import NOW, by_no, staffed

SHA = "0123456789abcdef" * 4
FILE = EarlierFile(
    person_id=0, kind=ImportKind.COMPLAINTS, name="旧表.XLSX", size=9, file_id="f", sent_at=NOW
)
FOUND = FoundRecords(new=2, there=1, steps={Doubles.SKIP: 2, Doubles.MERGE: 3}, first_new=("+ A-1",))


async def sent(uow: FakeUnitOfWork, employee_no: str = "E07", **changes: Any) -> EarlierFile:
    actor = await by_no(uow, employee_no)
    return await send_earlier(replace(FILE, person_id=actor.id, **changes), actor=actor, uow=uow)


async def shown(uow: FakeUnitOfWork, found: FoundRecords = FOUND) -> EarlierFile:
    return await show_earlier(await sent(uow), SHA, found, uow=uow)


async def chosen(uow: FakeUnitOfWork) -> EarlierFile:
    file = await shown(uow)
    actor = await by_no(uow, "E07")
    return await choose_earlier(file.id, file.seal, Doubles.MERGE, actor=actor, uow=uow)


def source(file: EarlierFile) -> Import:
    return Import(kind=file.kind, file_name=file.name, sha256=SHA, made_at=NOW, made_by=file.person_id)


def last_said(uow: FakeUnitOfWork, employee_no: str = "E07") -> str:
    return uow.outbox.told_to(employee_no)[-1].template


@pytest.mark.parametrize(
    ("changes", "what"),
    [({"name": "旧表.pdf"}, "import_kind"), ({"size": 21 * 1024 * 1024}, "import_too_big")],
)
async def test_what_is_no_sheet_is_refused(changes: dict[str, Any], what: str) -> None:
    with pytest.raises(NotAllowed, match=what):
        await sent(await staffed(), **changes)


@pytest.mark.parametrize("stranger", ["E17", "E05", "E08"])
async def test_nobody_but_admins_sends_records(stranger: str) -> None:
    with pytest.raises(NotThisPerson, match="records_of_admins"):
        await sent(await staffed(), stranger)


async def test_a_file_with_faults_or_one_that_is_gone_is_forgotten() -> None:
    uow = await staffed()
    faults = FoundFaults(named=("第 2 行：空的",), kinds=("· 21 处",), count=21, rows=21)

    await refuse_earlier(await sent(uow), faults, uow=uow)
    assert last_said(uow) == "import_refused"
    await lose_earlier(await sent(uow), uow=uow)
    assert last_said(uow) == "import_lost"

    files = await uow.earlier_files.where()
    assert [(one.state, one.file_id) for one in files] == [
        (FileState.REFUSED, ""),
        (FileState.DROPPED, ""),
    ]


async def test_what_was_shown_is_decided_once_by_whoever_sent_it() -> None:
    uow = await staffed()
    file = await shown(uow)
    admin, stranger = await by_no(uow, "E07"), await by_no(uow, "E17")
    another = await uow.persons.add(replace(admin, id=0, employee_no="E70", chat_id=70))
    with pytest.raises(NotThisPerson):
        await choose_earlier(file.id, file.seal, Doubles.SKIP, actor=stranger, uow=uow)
    with pytest.raises(NoSuchThing):
        await choose_earlier(file.id, file.seal, Doubles.SKIP, actor=another, uow=uow)
    with pytest.raises(NoSuchThing):
        await choose_earlier(file.id, "another file", Doubles.SKIP, actor=admin, uow=uow)

    done = await choose_earlier(file.id, file.seal, Doubles.ADD, actor=admin, uow=uow)

    assert (done.state, done.doubles, done.decided_at) == (FileState.CHOSEN, Doubles.ADD, NOW)
    assert await uow.timers.running(LAPSE) == ()
    with pytest.raises(SomebodyWasFirst, match="import_settled"):
        await drop_earlier(file.id, file.seal, actor=admin, uow=uow)


async def test_what_is_not_wanted_is_forgotten_at_once() -> None:
    uow = await staffed()
    file = await shown(uow)

    dropped = await drop_earlier(file.id, file.seal, actor=await by_no(uow, "E07"), uow=uow)

    assert (dropped.state, dropped.file_id) == (FileState.DROPPED, "")


async def test_without_a_decision_it_is_forgotten_after_a_week() -> None:
    uow = await staffed()
    file = await shown(uow)
    (timer,) = await uow.timers.running(LAPSE)
    assert timer.due_at == NOW + timedelta(days=7)

    await lapse_rang(timer, uow)

    assert (await uow.earlier_files.get(file.id)).state is FileState.DROPPED
    rows = len(uow.log.rows)
    await lapse_rang(timer, uow)
    assert len(uow.log.rows) == rows


async def test_it_is_begun_told_of_and_ended_under_one_number() -> None:
    uow = await staffed()
    file = await chosen(uow)

    batch = await begin_earlier(file, source(file), uow=uow)
    again = await begin_earlier(await uow.earlier_files.get(file.id), source(file), uow=uow)
    await tell_progress(file, 2000, 5000, uow=uow)
    assert last_said(uow) == "import_going"
    done = await end_earlier(file, batch.id, 3, uow=uow)

    assert (again.id, done.id, done.skipped, done.finished_at) == (batch.id, batch.id, 3, NOW)
    left = await uow.earlier_files.get(file.id)
    assert (left.state, left.file_id, left.import_id) == (FileState.TAKEN, "", batch.id)
    assert last_said(uow) == "import_taken"
    assert uow.log.rows[-1].actor_id == file.person_id


async def test_what_was_taken_back_meanwhile_does_not_go_on() -> None:
    uow = await staffed()
    file = await chosen(uow)
    batch = await begin_earlier(file, source(file), uow=uow)
    assert await undo_part(batch.id, uow=uow) is None

    with pytest.raises(NotAllowed, match="import_undone_already"):
        await begin_earlier(await uow.earlier_files.get(file.id), source(file), uow=uow)
    await stop_earlier(file, uow=uow)

    assert (await uow.earlier_files.get(file.id)).state is FileState.DROPPED
    assert last_said(uow) == "import_stopped"


async def test_an_import_is_taken_back_once_and_what_stays_is_told() -> None:
    uow = await staffed()
    batch = await taken(uow, complaint(), complaint(line=3, number="A-18", order_no="SO-2"))
    used = await uow.cases.one(number="A-17")
    assert used is not None
    await uow.cases.put(replace(used, rulebook="logistics-liability"))
    admin = await by_no(uow, "E07")
    with pytest.raises(NotThisPerson):
        await undoing(batch.id, actor=await by_no(uow, "E17"), uow=uow)

    await ask_undo(batch.id, actor=admin, uow=uow)
    with pytest.raises(SomebodyWasFirst, match="import_undo_going"):
        await ask_undo(batch.id, actor=admin, uow=uow)
    while await undo_part(batch.id, uow=uow) is not None:
        pass
    await end_undo(batch.id, uow=uow)

    told = uow.outbox.told_to("E07")[-1]
    assert (told.template, told.data["removed"], told.data["stays"]) == ("import_undone", 1, ("A-17",))
    assert uow.log.rows[-1].actor_id == admin.id
    with pytest.raises(NotAllowed):
        await undoing(batch.id, actor=admin, uow=uow)


async def test_what_the_shell_takes_back_is_told_to_nobody() -> None:
    uow = await staffed()
    batch = await taken(uow, complaint())

    await end_undo(batch.id, uow=uow)

    assert uow.outbox.told == []


def test_only_what_would_do_something_is_offered() -> None:
    def offered(**changes: Any) -> list[Doubles]:
        return list(choices_of(replace(FOUND, **changes)))

    nothing = {Doubles.SKIP: 0}
    interrupted = replace(source(FILE), id=3)
    whole = replace(interrupted, finished_at=NOW)
    assert offered() == [Doubles.SKIP, Doubles.MERGE]
    assert offered(steps={**FOUND.steps, Doubles.ADD: 3}) == [Doubles.SKIP, Doubles.MERGE, Doubles.ADD]
    assert offered(new=0, steps={**nothing, Doubles.MERGE: 1}) == [Doubles.MERGE]
    assert offered(new=0, steps=nothing) == []
    assert offered(new=0, steps=nothing, before=interrupted) == [Doubles.SKIP]
    assert offered(new=0, steps=nothing, before=whole) == []


async def test_an_interrupted_import_is_named_on_the_card() -> None:
    uow = await staffed()
    batch = await begin_import(source(await sent(uow)), uow=uow)

    await shown(uow, replace(FOUND, before=batch))

    card = uow.outbox.told_to("E07")[-1]
    assert (card.data["before"], card.data["is_unfinished"]) == (batch.id, True)
