"""A chosen file on its way in: begun under a number, told of now and then, ended."""

from dataclasses import replace

from core.actions.company.import_part import begin_import, finish_import, open_import
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Import
from core.model.log import LogRow
from core.model.message import Message
from core.ports import UnitOfWork
from core.screens.earlier import earlier_going, earlier_stopped, earlier_taken


async def begin_earlier(file: EarlierFile, source: Import, *, uow: UnitOfWork) -> Import:
    """The import that the file becomes; one that was interrupted goes on under its number.

    NotAllowed if it was taken back since.
    """
    if file.import_id is not None:
        await open_import(file.import_id, uow=uow)
    batch = await begin_import(source, uow=uow)
    await uow.earlier_files.put(replace(file, import_id=batch.id))
    return batch


async def tell_progress(file: EarlierFile, done: int, of: int, *, uow: UnitOfWork) -> None:
    """The message under which it was chosen says how far it is."""
    await _tell(file, earlier_going(file, done, of), uow)


async def end_earlier(file: EarlierFile, import_id: int, skipped: int, *, uow: UnitOfWork) -> Import:
    """All of it is in: who sent it is told, and where it lies is forgotten."""
    batch = await finish_import(import_id, skipped, uow=uow)
    taken = replace(file, state=FileState.TAKEN, file_id="", import_id=import_id)
    await uow.earlier_files.put(taken)
    await _tell(file, earlier_going(file, is_over=True), uow)
    await _tell(file, earlier_taken(file, batch), uow)
    return batch


async def stop_earlier(file: EarlierFile, *, uow: UnitOfWork) -> None:
    """Somebody has taken the import back while it was going on: nothing more is taken in."""
    await uow.earlier_files.put(replace(file, state=FileState.DROPPED, file_id=""))
    facts = {"file": file.id, "import": file.import_id}
    await uow.log.write(LogRow(act="earlier_file_stopped", actor_id=file.person_id, facts=facts))
    await _tell(file, earlier_going(file, is_over=True), uow)
    await _tell(file, earlier_stopped(file), uow)


async def _tell(file: EarlierFile, message: Message, uow: UnitOfWork) -> None:
    await uow.outbox.tell(await uow.persons.get(file.person_id), message)
