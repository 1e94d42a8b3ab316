"""What came of reading a file of earlier records: refused with its faults, lost, or shown for a decision."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.imports.found import FoundFaults, FoundRecords
from core.model.earlier_file import EarlierFile, FileState
from core.model.log import LogRow
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.screens.earlier import earlier_lost, earlier_refused, earlier_shown

# so long it waits for a decision; where it lies is forgotten then
WAITS: Final = timedelta(days=7)
LAPSE: Final = "import_lapse"


async def refuse_earlier(file: EarlierFile, faults: FoundFaults, *, uow: UnitOfWork) -> None:
    """Nothing of it is taken: say what is wrong."""
    await _settle(replace(file, state=FileState.REFUSED), "earlier_file_faulty", uow, faults=faults.count)
    await uow.outbox.tell(await uow.persons.get(file.person_id), earlier_refused(file, faults))


async def lose_earlier(file: EarlierFile, *, uow: UnitOfWork) -> None:
    """Telegram does not give the file out, or another one: who sent it is told."""
    await _settle(replace(file, state=FileState.DROPPED), "earlier_file_lost", uow)
    await uow.outbox.tell(await uow.persons.get(file.person_id), earlier_lost(file))


async def leave_earlier(file: EarlierFile, *, uow: UnitOfWork) -> None:
    """Who sent it may bring nothing in any more: it is left unread."""
    await _settle(replace(file, state=FileState.DROPPED), "earlier_file_left", uow)


async def show_earlier(
    file: EarlierFile, sha256: str, found: FoundRecords, *, uow: UnitOfWork
) -> EarlierFile:
    """It has no fault: show what it would bring, and wait for a decision."""
    shown = await uow.earlier_files.put(replace(file, state=FileState.SHOWN, sha256=sha256))
    facts = {"file": file.id, "sha256": sha256, "new": found.new, "there": found.there}
    await uow.log.write(LogRow(act="earlier_file_shown", actor_id=file.person_id, facts=facts))
    due = uow.now + WAITS
    await uow.timers.start(Timer(key=lapse_key(file.id), kind=LAPSE, subject_id=file.id, due_at=due))
    await uow.outbox.tell(await uow.persons.get(file.person_id), earlier_shown(shown, found))
    return shown


async def lapse_rang(timer: Timer, uow: UnitOfWork) -> None:
    """Nobody has decided for a week: forget where it lies."""
    file = await uow.earlier_files.get(timer.subject_id)
    if file.state is FileState.SHOWN:
        await _settle(replace(file, state=FileState.DROPPED), "earlier_file_lapsed", uow)


def lapse_key(file_id: int) -> str:
    """The key of the clock that runs while a file waits."""
    return f"{LAPSE}:{file_id}"


async def _settle(file: EarlierFile, act: str, uow: UnitOfWork, **facts: object) -> None:
    row = LogRow(act=act, actor_id=file.person_id, facts={"file": file.id, **facts})
    await uow.log.write(row)
    await uow.earlier_files.put(replace(file, file_id=""))
