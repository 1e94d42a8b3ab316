"""Says that an update was set aside: to whoever sent it, and to the admins."""

from telegram import Update

from bot.admins import tell_admins
from bot.inbox.batch import Kept
from bot.logs import redacted
from bot.outbox.rows import Place
from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.message import Message, Urgency

FAULT_SHOWN = 300


async def tell_of_fault(kept: Kept, fault: str, uow: SqlUnitOfWork) -> None:
    """The sender hears, in answer, that it is kept, the admins which one and why."""
    sender = await uow.person_in(kept.chat_id)
    if sender is not None and not sender.has_left(uow.today(sender.site)):
        place = Place(chat_id=kept.chat_id, person_id=sender.id)
        await uow.messages.put(place, sender.language, Message(template="turn_failed"))
    data = {"update_id": kept.update_id, "who": _who(kept.update), "fault": redacted(fault)[:FAULT_SHOWN]}
    await tell_admins(Message(template="update_set_aside", data=data, urgency=Urgency.NOTICE), uow=uow)


def _who(update: Update | None) -> str:
    user = update.effective_user if update else None
    return user.full_name if user else "?"
