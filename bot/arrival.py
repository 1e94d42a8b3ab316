"""An update with its sender, and the way to answer."""

from dataclasses import dataclass
from typing import Any

from telegram import Update

from bot.outbox.rows import Place
from bot.reply import ChatReply
from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.person import Person
from handlers.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An update, the person who sent it if the company employs them, and the way to answer."""

    update: Update
    uow: SqlUnitOfWork
    chat_id: int
    person: Person | None
    reply: ChatReply

    def turn(self, actor: Person, **more: Any) -> Turn:  # noqa: ANN401 - the turn's own fields
        """The turn of that person."""
        return Turn(
            uow=self.uow, update=self.update, actor=actor, chat_id=self.chat_id, reply=self.reply, **more
        )


async def arrival_of(update: Update, uow: SqlUnitOfWork) -> Arrival:
    """Who sent it, from where, and how to answer them."""
    query = update.callback_query
    chat, user = update.effective_chat, update.effective_user
    user_id = user.id if user else 0
    chat_id = chat.id if chat else user_id
    person = await uow.person_in(user_id)
    reply = ChatReply(
        outbox=uow.messages,
        place=Place(
            chat_id=chat_id,
            person_id=person.id if person and chat_id > 0 else None,
            replaces=query.message.message_id if query and query.message else 0,
        ),
        language=_language(update, person, uow),
        callback_id=query.id if query else "",
    )
    is_employed = person is not None and not person.has_left(uow.today(person.site))
    return Arrival(
        update=update, uow=uow, chat_id=chat_id, person=person if is_employed else None, reply=reply
    )


def _language(update: Update, person: Person | None, uow: SqlUnitOfWork) -> str:
    if update.effective_chat is not None and update.effective_chat.id < 0:
        return uow.company.languages[0]
    if person is not None:
        return person.language
    code = (update.effective_user.language_code if update.effective_user else None) or ""
    offered = uow.company.languages
    return next((name for name in offered if name.split("-")[0] == code.split("-")[0]), offered[0])
