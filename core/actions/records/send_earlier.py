"""An admin sends a file of earlier records in chat: where it lies is kept until it is decided what becomes of it."""

from typing import Final

from core.errors import NotAllowed
from core.model.earlier_file import EarlierFile
from core.model.evidence import MOST_FETCHED
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right

KINDS: Final = (".xlsx", ".csv")


def check_may_import(actor: Person) -> None:
    """NotThisPerson for anybody but admins."""
    check_right(Action.IMPORT_RECORDS, actor, NOWHERE)


async def send_earlier(sent: EarlierFile, *, actor: Person, uow: UnitOfWork) -> EarlierFile:
    """Note where the file lies; it is read a moment later. NotAllowed for another kind of file, or one too big."""
    check_may_import(actor)
    if not sent.name.lower().endswith(KINDS):
        raise NotAllowed("import_kind", name=sent.name)
    if sent.size > MOST_FETCHED:
        raise NotAllowed("import_too_big", most=MOST_FETCHED // 1024 // 1024)
    kept = await uow.earlier_files.add(sent)
    facts = {"file": kept.id, "kind": kept.kind.value, "size": kept.size}
    await uow.log.write(LogRow(act="earlier_file_sent", actor_id=actor.id, facts=facts))
    return kept
