"""The bot was away for longer than Telegram keeps messages: ask again whoever was asked something."""

from datetime import datetime

from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.ports import UnitOfWork


async def tell_of_absence(since: datetime, *, uow: UnitOfWork) -> None:
    """Everybody with an open dialogue is told from when to when, once, and asked to send the answer again."""
    told = []
    for dialogue in await uow.dialogues.where():
        person = await uow.persons.get(dialogue.person_id)
        message = Message(
            template="absence_told",
            urgency=Urgency.NOTICE,
            once=f"absence:{since.isoformat()}:{person.id}",
            data={"site": person.site, "since": since, "until": uow.now},
        )
        if await uow.outbox.tell(person, message):
            told.append(person.id)
    facts = {"since": since.isoformat(), "until": uow.now.isoformat(), "told": told}
    await uow.log.write(LogRow(act="absence_told", facts=facts))
