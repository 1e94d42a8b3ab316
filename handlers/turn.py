"""One update being handled: who did what, in which chat, inside one unit of work."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from telegram import Update

from core.model.dialogue import Dialogue
from core.model.message import Button, Message
from core.model.person import Person
from core.ports import UnitOfWork
from handlers.press import Press


class Reply(Protocol):
    """Answers into the chat the update came from; provided by bot/, rows of the same outbox."""

    async def say(self, message: Message) -> None:
        """Queue a message to this chat."""
        ...

    async def redraw(self, message: Message) -> None:
        """Put the message in the place of the one whose button was pressed (or say it, without a press)."""
        ...

    async def toast(self, what: str, data: Mapping[str, object], *, is_alert: bool) -> None:
        """Answer the press with a short text of strings `[toasts]`; once a turn, later ones are dropped."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The context of one handler call. `words` is the cleaned text or caption, without control and bidi marks."""

    uow: UnitOfWork
    update: Update
    actor: Person
    chat_id: int
    reply: Reply
    words: str = ""
    press: Press = field(default_factory=lambda: Press("", 0, 0))
    dialogue: Dialogue | None = None

    async def say(self, template: str, *rows: tuple[Button, ...], card: str = "", **data: object) -> None:
        """Say that template here, with rows of buttons."""
        await self.reply.say(Message(template=template, data=data, rows=rows, card=card))

    async def redraw(self, message: Message) -> None:
        """Show the message in place of the pressed one."""
        await self.reply.redraw(message)

    async def toast(self, what: str, *, is_alert: bool = False, **data: object) -> None:
        """Answer the press with a short text."""
        await self.reply.toast(what, data, is_alert=is_alert)

    async def ask(self, step: StrEnum, message: Message, **data: object) -> None:
        """Put a question and remember that the next answer belongs to it; an older question is forgotten.

        One that leads nowhere else can be taken back.
        """
        way_out = ((Button("cancel", "unasked", self.actor.id, 0, step.value),),)
        await self.reply.say(message if message.rows else replace(message, rows=way_out))
        await self.expect(step, **data)

    async def expect(self, step: StrEnum, **data: object) -> None:
        """Remember that the next answer belongs to that question, which is already on the screen."""
        dialogue = Dialogue(person_id=self.actor.id, step=step.value, data=data, asked_at=self.uow.now)
        await self.uow.dialogues.put(dialogue)

    async def settle(self) -> None:
        """Forget the open question: it is answered."""
        await self.uow.dialogues.remove(self.actor.id)

    def asked(self, key: str) -> str:
        """What the open question remembers under that key; empty if it does not, or none is open."""
        return str(self.dialogue.data.get(key, "")) if self.dialogue else ""
