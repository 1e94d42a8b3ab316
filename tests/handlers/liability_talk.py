"""Chats about figures, with everybody's handlers of them."""

from telegram import Update

from bot.render.renderer import Renderer
from core.model.message import Message
from handlers import (
    approving,
    confirming,
    deadlines,
    departments,
    details,
    explaining,
    incident_day,
    investigating,
    losses,
    noticing,
    parties,
    questions,
    rates,
    rulebooks,
    stating,
)
from handlers.press import press_from
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk
from tests.liability import who

MODULES = (
    approving,
    confirming,
    deadlines,
    departments,
    details,
    explaining,
    incident_day,
    investigating,
    losses,
    noticing,
    parties,
    questions,
    rates,
    rulebooks,
    stating,
)


class LiabilityTalk(Talk):
    """One person's chat."""

    async def hits(self, pressed: str) -> None:
        """Press whatever sends these callback data, seen or not."""
        press = press_from(pressed, "cb", 1)
        assert press is not None
        await self.routes.presses[press.verb](await self._turn(Update(update_id=1), "", press))

    def words(self, message: Message | None = None) -> str:
        """What the person read last, in Chinese."""
        return Renderer(self.uow.company).rendered("zh-Hans", message or self.reply.said[-1]).html


async def liability_talk(uow: FakeUnitOfWork, employee_no: str) -> LiabilityTalk:
    """The chat of that person."""
    return LiabilityTalk(uow, await who(uow, employee_no), *(module.handlers() for module in MODULES))
