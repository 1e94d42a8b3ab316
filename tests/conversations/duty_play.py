"""What a rulebook demands of a case is done in chat, by whoever's it is, before the case is closed."""

from collections.abc import Iterator
from typing import Final

from core.rulebook.duty_rules import Duty
from core.rulebook.edition import Edition
from tests.conversations.desk import Desk
from tests.conversations.form_answers import answers_duty
from tests.conversations.pictures import png

_DOERS: Final = ("quality", "boss", "second")
_ROUNDS: Final = 5
_SHADE: Final = 90


class DutyPlay:
    """The duties of one case; `done` are those finished, by their numbers in the bot."""

    def __init__(self, edition: Edition, desks: dict[str, Desk], number: str) -> None:
        self.edition = edition
        self.desks = desks
        self.number = number
        self.done: set[str] = set()

    async def lists(self) -> None:
        """Quality look at what is to be done, if anything is."""
        await self.desks["quality"].opens(self.number)
        if self.desks["quality"].shows("duties"):
            await self.desks["quality"].taps("duties")

    async def opens_closing(self) -> bool:
        """Quality ask to close the case; whether nothing is missing."""
        await self.desks["quality"].opens(self.number)
        await self.desks["quality"].taps("close")
        return self.desks["quality"].has("close_now")

    async def does_all(self) -> None:
        """Do every condition of closing, and what comes before it."""
        wanted = {duty.label.zh_hans: duty for duty in self._wanted()}
        for name in _DOERS * _ROUNDS:
            if not await self._leaves_some(self.desks[name], wanted):
                return

    def _wanted(self) -> Iterator[Duty]:
        waiting = [name for name, duty in self.edition.duties.items() if duty.is_gate]
        for name in waiting:
            duty = self.edition.duties[name]
            waiting += [before for before in duty.after if before not in waiting]
            yield duty

    async def _leaves_some(self, desk: Desk, wanted: dict[str, Duty]) -> bool:
        """One person does whatever of it is theirs; whether anything is left for others."""
        await desk.opens(self.number)
        await desk.taps("duties")
        is_left = False
        for subject, label in desk.subjects("duty"):
            duty = next((one for text, one in wanted.items() if text.startswith(label.rstrip("…"))), None)
            if duty is None or subject in self.done:
                continue
            if await self._does(desk, subject, duty):
                self.done.add(subject)
            is_left = is_left or subject not in self.done
            await desk.taps("duties")
        return is_left

    async def _does(self, desk: Desk, subject: str, duty: Duty) -> bool:
        await desk.taps("duty", subject=subject)
        if desk.has("duty_second"):
            return "已完成" in await desk.taps("duty_second")
        if not desk.shows("duty_done"):
            return False
        if duty.fields:
            await self._fills(desk, subject, duty)
        if duty.evidence != "none":
            await desk.taps("duty_add")
            await desk.sends(png(_SHADE))
            await desk.taps("duty", subject=subject)
        return "已完成" in await desk.taps("duty_done")

    async def _fills(self, desk: Desk, subject: str, duty: Duty) -> None:
        """Answer field by field: after an answer the bot asks for the next that is missing."""
        is_asked = False
        for place, field in enumerate(duty.fields.values()):
            if field.type == "ratio" or field.optional:
                continue
            if not is_asked:
                await desk.taps("duty_field", str(place))
            await answers_duty(desk, str(place), field)
            if field.type == "photo":
                await desk.taps("duty", subject=subject)
            is_asked = not desk.shows("duty_done")
