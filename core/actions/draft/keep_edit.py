"""Keep the new wording of an edited message beside the first one."""

from core.model.evidence import Evidence, Kind, Storing
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def keep_edit(
    words: str, chat_id: int, message_id: int, *, actor: Person, uow: UnitOfWork
) -> Evidence | None:
    """The edit as a new piece of evidence; None if the message is not evidence, or says the same as before."""
    pieces = await uow.evidence.where(chat_id=chat_id, message_id=message_id)
    if not pieces or not words or pieces[-1].text == words:
        return None
    first = pieces[0]
    kept = await uow.evidence.add(
        Evidence(
            holder=first.holder,
            holder_id=first.holder_id,
            kind=Kind.TEXT,
            storing=Storing.NO_FILE,
            text=words,
            origin_name=first.origin_name,
            origin_at=first.origin_at,
            chat_id=chat_id,
            message_id=message_id,
            received_by=actor.id,
            received_at=uow.now,
        )
    )
    facts = {"evidence": kept.id, "instead_of": pieces[-1].id}
    await uow.log.write(LogRow(act="evidence_edited", actor_id=actor.id, facts=facts))
    return kept
