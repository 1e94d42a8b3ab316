"""Decide what becomes of a file of earlier records that was shown."""

from dataclasses import replace

from core.actions.records.send_earlier import check_may_import
from core.actions.records.show_earlier import lapse_key
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Doubles
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def choose_earlier(
    file_id: int, seal: str, doubles: Doubles, *, actor: Person, uow: UnitOfWork
) -> EarlierFile:
    """It is to be taken in; the work begins a moment later, beside the bot. Refusals as for `deciding`."""
    file = await deciding(file_id, seal, actor=actor, uow=uow)
    return await _decided(replace(file, state=FileState.CHOSEN, doubles=doubles), "earlier_file_chosen", uow)


async def drop_earlier(file_id: int, seal: str, *, actor: Person, uow: UnitOfWork) -> EarlierFile:
    """It is not taken in."""
    file = await deciding(file_id, seal, actor=actor, uow=uow)
    return await _decided(replace(file, state=FileState.DROPPED, file_id=""), "earlier_file_dropped", uow)


async def deciding(file_id: int, seal: str, *, actor: Person, uow: UnitOfWork) -> EarlierFile:
    """That file, as it was shown to the actor and waits for them.

    NotThisPerson for anybody but admins, NoSuchThing for the file of another, SomebodyWasFirst once it is decided.
    """
    check_may_import(actor)
    file = await uow.earlier_files.get(file_id)
    if file.person_id != actor.id or file.seal != seal:
        raise NoSuchThing("thing_unknown", id=file_id)
    if file.state is not FileState.SHOWN:
        raise SomebodyWasFirst("import_settled", state=file.state.value)
    return file


async def _decided(file: EarlierFile, act: str, uow: UnitOfWork) -> EarlierFile:
    await uow.timers.stop(lapse_key(file.id))
    facts = {"file": file.id, "sha256": file.sha256, "doubles": file.doubles.value}
    await uow.log.write(LogRow(act=act, actor_id=file.person_id, facts=facts))
    return await uow.earlier_files.put(replace(file, decided_at=uow.now))
