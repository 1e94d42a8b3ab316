"""Turns and visits with a reply that keeps what was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

from core.model.company import Company
from core.model.message import Message
from core.model.person import Person
from handlers.press import Press
from handlers.turn import Turn
from handlers.visit import Visit
from tests.fakes import FakeUnitOfWork, check_toast, check_words
from tests.make import company

GROUP = {"id": -100, "type": "supergroup", "title": "苏州客诉"}


@dataclass
class KeptReply:
    """What was said and redrawn, in order."""

    company: Company = field(default_factory=company)
    said: list[Message] = field(default_factory=list)
    redrawn: list[Message] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)

    async def say(self, message: Message) -> None:
        check_words(self.company, message)
        self.said.append(message)

    async def redraw(self, message: Message) -> None:
        check_words(self.company, message)
        self.redrawn.append(message)

    async def toast(self, what: str, data: Mapping[str, object], *, is_alert: bool) -> None:
        check_toast(self.company, what, data)
        self.toasts.append(what)


def update_of(chat: Mapping[str, Any], username: str | None = "new") -> Update:
    sender = {"id": 555, "is_bot": False, "first_name": "小新", "username": username}
    message = {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": "x"}
    return Update.de_json({"update_id": 1, "message": message})


def turn_of(uow: FakeUnitOfWork, actor: Person, words: str = "", **more: Any) -> tuple[Turn, KeptReply]:
    reply = KeptReply()
    chat = more.pop("chat", {"id": actor.chat_id, "type": "private", "first_name": "x"})
    turn = Turn(
        uow=uow, update=update_of(chat), actor=actor, chat_id=chat["id"], reply=reply, words=words, **more
    )
    return turn, reply


def pressed(
    uow: FakeUnitOfWork, actor: Person, verb: str, arg: str = "", **more: Any
) -> tuple[Turn, KeptReply]:
    return turn_of(uow, actor, press=Press(verb, 0, 0, arg, "q", 1), **more)


def visit_of(uow: FakeUnitOfWork, words: str, username: str | None = "new") -> tuple[Visit, KeptReply]:
    reply = KeptReply()
    chat = {"id": 555, "type": "private", "first_name": "小新"}
    return Visit(uow=uow, update=update_of(chat, username), chat_id=555, reply=reply, words=words), reply
