"""A chat with the handlers: what people send becomes updates, what is said is kept, nothing is patched."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from telegram import Update

from bot.render.renderer import Renderer
from core.model.company import Company
from core.model.message import Button, Message
from core.model.person import Person
from core.model.timer import Timer
from handlers import (
    arriving,
    asking,
    cases,
    deadlines,
    deciding,
    drafting,
    due,
    picking,
    refusing,
    registering,
    sorting,
    stepwise,
    supplementing,
    triaging,
)
from handlers.cleaning import cleaned
from handlers.press import Press, press_from
from handlers.routes import Handler, Routes, joined
from handlers.turn import Turn
from tests.fakes import FakeUnitOfWork, check_toast, check_words
from tests.logged import nothing_unlogged
from tests.make import by_no, company


class HandlerModule(Protocol):
    """A module of handlers."""

    def handlers(self) -> Routes:
        """What it answers."""
        ...


INTAKE: tuple[HandlerModule, ...] = (
    arriving,
    asking,
    cases,
    deadlines,
    deciding,
    drafting,
    due,
    picking,
    refusing,
    registering,
    sorting,
    stepwise,
    supplementing,
    triaging,
)


@dataclass
class FakeReply:
    """Keeps what was said, redrawn (which is said, too) and toasted, and that there are words for it."""

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
        self.said.append(message)

    async def toast(self, what: str, data: Any, *, is_alert: bool) -> None:
        check_toast(self.company, what, data)
        self.toasts.append(what)


class Talk:
    """One person's private chat, routed as the bot routes it."""

    def __init__(self, uow: FakeUnitOfWork, actor: Person, *routes: Routes) -> None:
        self.uow = uow
        self.actor = actor
        self.routes = joined(*routes)
        self.reply = FakeReply(uow.company)
        self.message_id = 100

    async def sends(self, text: str = "", **message: Any) -> None:
        """Send a message: text, or any parts of a Bot API message."""
        raw = {"text": text, **message} if text else message
        update = self._update("message", **raw)
        words = cleaned(raw.get("text") or raw.get("caption") or "")
        if words.startswith("/"):
            await self._handled(self.routes.commands[words[1:].partition(" ")[0]], update, words)
            return
        dialogue = await self.uow.dialogues.find(self.actor.id)
        step = dialogue.step if dialogue else ""
        is_plain = "text" in raw and "forward_origin" not in raw
        if step in self.routes.steps and (is_plain or step in self.routes.takes_files):
            await self._handled(self.routes.steps[step], update, words)
            return
        assert self.routes.arrived
        await self._handled(self.routes.arrived, update, words)

    async def edits(self, message_id: int, text: str) -> None:
        """Edit an earlier message."""
        update = self._update("edited_message", message_id=message_id, text=text)
        assert self.routes.edited
        await self._handled(self.routes.edited, update, cleaned(text))

    async def presses(self, label: str, message: Message | None = None) -> None:
        """Press the button with that label (or label:text) under a message, else under the latest."""
        button = self.button(label, message)
        press = Press(button.verb, button.id, button.version, button.arg)
        await self._handled(self.routes.presses[button.verb], Update(update_id=1), "", press)

    def button(self, label: str, message: Message | None = None) -> Button:
        """The button with that label, arg or text."""
        shown = message or self.latest()
        for row in shown.rows:
            for button in row:
                if label in (button.label, button.text, button.arg, f"{button.label}:{button.text}"):
                    return button
        raise AssertionError(f"no {label} under {shown.template}: {shown.rows}")

    async def hits(self, pressed: str) -> None:
        """Press whatever sends these callback data, seen or not."""
        press = press_from(pressed)
        assert press is not None
        await self._handled(self.routes.presses[press.verb], Update(update_id=1), "", press)

    def words(self, message: Message | None = None) -> str:
        """What the person read last, in Chinese."""
        return Renderer(self.uow.company).rendered("zh-Hans", message or self.reply.said[-1]).html

    def latest(self) -> Message:
        """What the person saw last, told or said."""
        told = self.uow.outbox.told_to(self.actor.employee_no)
        return self.reply.said[-1] if self.reply.said else told[-1]

    async def settles(self) -> Message:
        """Time passes until the burst has settled; what was told then."""
        self.uow.now += timedelta(seconds=3)
        for key, timer in list(self.uow.timers.by_key.items()):
            if timer.kind == "settle_draft" and timer.rung_at is None and timer.due_at <= self.uow.now:
                self.uow.timers.by_key[key] = _rung(timer, self.uow.now)
                await self.routes.rings[timer.kind](timer, self.uow)
        latest = self.uow.outbox.told_to(self.actor.employee_no)[-1]
        self.reply.said.append(latest)
        return latest

    def _update(self, kind: str, **raw: Any) -> Update:
        self.message_id += 1
        user = {"id": self.actor.chat_id, "is_bot": False, "first_name": self.actor.name}
        message = {
            "message_id": self.message_id,
            "date": int(self.uow.now.timestamp()),
            "chat": {"id": self.actor.chat_id, "type": "private"},
            "from": user,
            **raw,
        }
        update = Update.de_json({"update_id": self.message_id, kind: message})
        assert update is not None
        return update

    async def _handled(
        self, handler: Handler, update: Update, words: str, press: Press | None = None
    ) -> None:
        turn = await self._turn(update, words, press)
        with nothing_unlogged(self.uow):
            await handler(turn)

    async def _turn(self, update: Update, words: str, press: Press | None = None) -> Turn:
        return Turn(
            uow=self.uow,
            update=update,
            actor=self.actor,
            chat_id=self.actor.chat_id or 0,
            reply=self.reply,
            words=words,
            press=press or Press("", 0, 0),
            dialogue=await self.uow.dialogues.find(self.actor.id),
        )


def _rung(timer: Timer, now: datetime) -> Timer:
    return replace(timer, rung_at=now)


def forwarded(name: str = "王工", at: datetime = datetime(2025, 3, 3, 0, 10, tzinfo=UTC)) -> dict[str, Any]:
    """The forward header of a message by a user who hides their account."""
    return {"forward_origin": {"type": "hidden_user", "sender_user_name": name, "date": int(at.timestamp())}}


def photo(name: str = "p", size: int = 1000, **more: Any) -> dict[str, Any]:
    """A photo message."""
    sizes = [{"file_id": name, "file_unique_id": f"u{name}", "width": 90, "height": 90, "file_size": size}]
    return {"photo": sizes, **more}


async def talk_with(uow: FakeUnitOfWork, employee_no: str, *modules: HandlerModule) -> Talk:
    """The chat of that person with the handlers of these modules."""
    return Talk(uow, await by_no(uow, employee_no), *(module.handlers() for module in modules))


async def talk(uow: FakeUnitOfWork, employee_no: str) -> Talk:
    """The chat of that person with every handler of intake, triage and cases."""
    return await talk_with(uow, employee_no, *INTAKE)
