"""Take an import back from the chat: asked for once, done part by part beside the bot, and said at the end."""

from dataclasses import replace

from core.actions.company.import_part import open_import
from core.actions.company.undo_import import what_was_undone
from core.actions.records.send_earlier import check_may_import
from core.errors import SomebodyWasFirst
from core.model.imported import Import
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.imports import import_undone, undo_going


async def undoing(import_id: int, *, actor: Person, uow: UnitOfWork) -> Import:
    """That import, to be asked about once more.

    NotThisPerson for anybody but admins, NoSuchThing for an unknown one, NotAllowed for one that was taken back,
    SomebodyWasFirst for one that is being.
    """
    check_may_import(actor)
    batch = await open_import(import_id, uow=uow)
    if batch.undo_by is not None:
        raise SomebodyWasFirst("import_undo_going", id=batch.id)
    return batch


async def ask_undo(import_id: int, *, actor: Person, uow: UnitOfWork) -> Import:
    """It is to be taken back; the work begins a moment later. Refusals as for `undoing`."""
    batch = await undoing(import_id, actor=actor, uow=uow)
    await uow.log.write(LogRow(act="import_undo_asked", actor_id=actor.id, facts={"import": batch.id}))
    return await uow.imports.put(replace(batch, undo_by=actor.id))


async def end_undo(import_id: int, *, uow: UnitOfWork) -> None:
    """All of it is out: who asked for it is told what went, and what stays."""
    batch = await uow.imports.get(import_id)
    if batch.undo_by is not None:
        undone = await what_was_undone(import_id, uow=uow)
        asker = await uow.persons.get(batch.undo_by)
        await uow.outbox.tell(asker, undo_going(batch, is_over=True))
        await uow.outbox.tell(asker, import_undone(batch, undone))
