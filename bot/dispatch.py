"""From an update to the handler it is for; replies, log and effect are all part of the given unit of work."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Update
from telegram import Message as Post

from bot.arrival import Arrival, arrival_of
from bot.routing import group_handler, press_handler, private_handler
from bot.storage.moving import move_chat
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.company.lose_group import lose_group
from core.actions.person.note_reachability import note_reachability
from core.errors import NotAllowed, Refusal, SomebodyWasFirst, WrongStage
from core.model.deputy import Deputy
from core.model.person import Person
from handlers.cleaning import cleaned
from handlers.press import Press, press_from
from handlers.routes import Handler, Routes
from handlers.visit import Visit

Strangers = Callable[[Visit], Awaitable[None]]
# The answer came too late: the question must not catch the next text as well.
OVER = (SomebodyWasFirst, WrongStage)
GONE = (ChatMember.LEFT, ChatMember.BANNED)


class Dispatcher:
    """Knows the routes; `me` is the bot's user name, `strangers` answers who is not employed here."""

    def __init__(self, routes: Routes, strangers: Strangers, me: str) -> None:
        self._routes = routes
        self._strangers = strangers
        self._me = me

    async def handle(self, update: Update, uow: SqlUnitOfWork, acting: Deputy | None = None) -> None:
        """Do what the update asks for; a Refusal is the caller's to roll back and then to `refuse`.

        `acting` is its sender in the place of somebody absent.
        """
        if update.my_chat_member is not None:
            await _membership_changed(update.my_chat_member, uow)
            return
        arrival = await arrival_of(update, uow)
        if acting is not None:
            arrival = replace(arrival, person=acting)
        if update.callback_query is not None:
            await self._pressed(arrival, update.callback_query)
        elif update.message is not None:
            await self._sent(arrival, update.message)
        elif update.edited_message is not None:
            await self._edited(arrival, update.edited_message)
        arrival.reply.close()

    async def refuse(self, update: Update, refusal: Refusal, uow: SqlUnitOfWork) -> None:
        """Say in the chat why it was not done; a question that can have no answer any more is forgotten."""
        arrival = await arrival_of(update, uow)
        if update.message is not None and arrival.person is not None and isinstance(refusal, OVER):
            await uow.dialogues.remove(arrival.person.id)
        await arrival.reply.refuse(refusal)

    async def _pressed(self, arrival: Arrival, query: CallbackQuery) -> None:
        press = press_from(query.data or "")
        handler = press_handler(press, self._routes, in_group=arrival.chat_id < 0) if press else None
        if arrival.person is None:
            await arrival.reply.toast("press_of_stranger", {}, is_alert=True)
        elif press is None or handler is None:
            await arrival.reply.toast("button_unknown", {}, is_alert=True)
        else:
            await _call(handler, arrival, arrival.person, "", press)

    async def _sent(self, arrival: Arrival, message: Post) -> None:
        if arrival.chat_id < 0:
            await self._sent_in_group(arrival, message)
        elif arrival.person is None:
            await self._strangers(_visit(arrival, message))
        else:
            person = await _reached(arrival.person, arrival.uow)
            words = _words(message)
            if message.text and not words:
                # nothing but spaces and invisible marks: no reason, no answer, no evidence
                raise NotAllowed("answer_empty")
            dialogue = await arrival.uow.dialogues.find(person.id)
            handler = private_handler(message, dialogue, self._routes)
            await _call(handler, arrival, person, words)

    async def _sent_in_group(self, arrival: Arrival, message: Post) -> None:
        if message.migrate_to_chat_id:
            await move_chat(arrival.uow, arrival.chat_id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id:
            await move_chat(arrival.uow, message.migrate_from_chat_id, arrival.chat_id)
        elif arrival.person is not None:
            handler = group_handler(message, self._me, self._routes)
            await _call(handler, arrival, arrival.person, _words(message))

    async def _edited(self, arrival: Arrival, message: Post) -> None:
        if arrival.person is not None and arrival.chat_id > 0:
            await _call(self._routes.edited, arrival, arrival.person, _words(message))


async def _call(
    handler: Handler | None, arrival: Arrival, actor: Person, words: str, press: Press | None = None
) -> None:
    if handler is None:
        return
    dialogue = await arrival.uow.dialogues.find(actor.id)
    more: dict[str, Any] = {"words": words, "dialogue": dialogue} | ({"press": press} if press else {})
    await handler(arrival.turn(actor, **more))


def _visit(arrival: Arrival, message: Post) -> Visit:
    return Visit(
        uow=arrival.uow,
        update=arrival.update,
        chat_id=arrival.chat_id,
        reply=arrival.reply,
        words=_words(message),
        language=arrival.reply.language,
    )


def _words(message: Post) -> str:
    return cleaned(message.text or message.caption or "")


async def _reached(person: Person, uow: SqlUnitOfWork) -> Person:
    return person if person.is_reachable else await note_reachability(person, is_reachable=True, uow=uow)


async def _membership_changed(change: ChatMemberUpdated, uow: SqlUnitOfWork) -> None:
    is_gone = change.new_chat_member.status in GONE
    if change.chat.id < 0:
        if is_gone:
            await lose_group(change.chat.id, uow=uow)
        return
    person = await uow.person_in(change.chat.id)
    if person is not None and person.is_reachable is is_gone:
        await note_reachability(person, is_reachable=not is_gone, uow=uow)
