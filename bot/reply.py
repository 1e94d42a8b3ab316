"""Answers into the chat an update came from: rows of the same outbox, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.outbox.buffered import BufferedOutbox
from bot.outbox.rows import Place
from core.errors import Refusal
from core.model.message import Message

TOAST_LIMIT = 200


@dataclass(slots=True, kw_only=True)
class ChatReply:
    """The reply to one update; `place.replaces` is the pressed message, `callback_id` the press to be answered."""

    outbox: BufferedOutbox
    place: Place
    language: str
    callback_id: str = ""
    _is_answered: bool = field(default=False, init=False)

    async def say(self, message: Message) -> None:
        """Queue a message to this chat."""
        await self.outbox.put(replace(self.place, replaces=0), self.language, message)

    async def redraw(self, message: Message) -> None:
        """Put the message in the place of the one whose button was pressed (or say it, without a press)."""
        await self.outbox.put(self.place, self.language, message)

    async def toast(self, what: str, data: Mapping[str, object], *, is_alert: bool) -> None:
        """Answer the press with a short text of strings `[toasts]`; once a turn, later ones are dropped."""
        self._answer(self.outbox.sentence(self.language, "toasts", what, data), is_alert=is_alert)

    async def refuse(self, refusal: Refusal) -> None:
        """Say why not: over the pressed button, or as a message; `screen` in its data is shown after it."""
        words = self.outbox.sentence(self.language, "errors", refusal.what, refusal.data)
        if self.callback_id and len(words) <= TOAST_LIMIT:
            self._answer(words, is_alert=True)
        else:
            await self.toast("words_in_message", {}, is_alert=False)
            await self.say(Message(template="request_refused", data={"words": words}))
        screen = refusal.data.get("screen")
        if isinstance(screen, Message):
            await self.redraw(screen)

    def close(self) -> None:
        """Answer a press that nobody has answered, so that the button stops waiting."""
        self._answer("", is_alert=False)

    def _answer(self, text: str, *, is_alert: bool) -> None:
        if self.callback_id and not self._is_answered:
            self._is_answered = True
            self.outbox.answer(self.place.chat_id, self.callback_id, text[:TOAST_LIMIT], is_alert=is_alert)
