"""Turns and visits with a reply that keeps what was said."""

from collections.abc import Mapping
from typing import Any

from telegram import Update

from core.model.person import Person
from handlers.press import Press
from handlers.turn import Turn
from handlers.visit import Visit
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import FakeReply

GROUP = {"id": -100, "type": "supergroup", "title": "苏州客诉"}


def update_of(chat: Mapping[str, Any], username: str | None = "new") -> Update:
    sender = {"id": 555, "is_bot": False, "first_name": "小新", "username": username}
    message = {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": "x"}
    return Update.de_json({"update_id": 1, "message": message})


def turn_of(uow: FakeUnitOfWork, actor: Person, words: str = "", **more: Any) -> tuple[Turn, FakeReply]:
    reply = FakeReply()
    chat = more.pop("chat", {"id": actor.chat_id, "type": "private", "first_name": "x"})
    turn = Turn(
        uow=uow, update=update_of(chat), actor=actor, chat_id=chat["id"], reply=reply, words=words, **more
    )
    return turn, reply


def pressed(
    uow: FakeUnitOfWork, actor: Person, verb: str, arg: str = "", **more: Any
) -> tuple[Turn, FakeReply]:
    return turn_of(uow, actor, press=Press(verb, 0, 0, arg), **more)


def visit_of(uow: FakeUnitOfWork, words: str, username: str | None = "new") -> tuple[Visit, FakeReply]:
    reply = FakeReply()
    chat = {"id": 555, "type": "private", "first_name": "小新"}
    return Visit(uow=uow, update=update_of(chat, username), chat_id=555, reply=reply, words=words), reply
