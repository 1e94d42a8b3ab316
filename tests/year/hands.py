"""Everybody at work: what a person was shown, and presses on it, through the handlers of the bot."""

from collections.abc import Iterator
from typing import Any

from bot.all_routes import all_routes
from core.model.message import Button, Message
from handlers.routes import Routes
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk
from tests.make import by_no


class SilentReply:
    """Keeps the last things that were said."""

    def __init__(self) -> None:
        self.said: list[Message] = []

    async def say(self, message: Message) -> None:
        self.said.append(message)

    async def redraw(self, message: Message) -> None:
        self.said.append(message)

    async def toast(self, what: str, data: Any, *, is_alert: bool) -> None:
        """A toast is gone at once."""


class Hand(Talk):
    """One person's chat, with every handler there is."""

    def shown(self, verb: str, subject: int) -> Button | None:
        """The newest button with that verb about that thing, in the chat or under what the bot sent."""
        return next(self._buttons(verb, subject), None)

    async def taps(self, verb: str, subject: int, arg: str | None = None) -> None:
        """Press it; AssertionError where there is none."""
        button = next((one for one in self._buttons(verb, subject) if arg in (None, one.arg)), None)
        assert button is not None, f"{self.actor.name} has no button {verb} {arg or ''} about {subject}"
        await self.hits(f"{button.verb}:{button.id}:{button.version}:{button.arg}")

    async def writes(self, words: str) -> None:
        """Answer the open question."""
        await self.sends(words)

    def _buttons(self, verb: str, subject: int) -> Iterator[Button]:
        told = self.uow.outbox.told_to(self.actor.employee_no)
        for message in (*reversed(self.reply.said[-6:]), *reversed(told)):
            for row in message.rows:
                yield from (one for one in row if (one.verb, one.id) == (verb, subject))


class Hands:
    """Everybody's, by their numbers."""

    def __init__(self, uow: FakeUnitOfWork) -> None:
        self.uow = uow
        self._routes: Routes = all_routes()
        self._kept: dict[str, Hand] = {}

    async def of(self, employee_no: str) -> Hand:
        """That person's, as the staff file has them now."""
        if employee_no not in self._kept:
            hand = Hand(self.uow, await by_no(self.uow, employee_no), self._routes)
            hand.reply = SilentReply()  # type: ignore[assignment]
            self._kept[employee_no] = hand
        hand = self._kept[employee_no]
        hand.actor = await by_no(self.uow, employee_no)
        return hand

    async def of_id(self, person_id: int) -> Hand:
        """That person's, by id."""
        return await self.of((await self.uow.persons.get(person_id)).employee_no)
