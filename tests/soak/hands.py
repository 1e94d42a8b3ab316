"""A person of the rig: looks at the sandbox's own history, and presses and writes over HTTP."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.client_person import Player
from bot.sandbox.markup.keyboard import buttons_of
from bot.sandbox.sight import words_of
from bot.sandbox.wire import Json
from bot.sandbox.world import World

# many deaths may follow upon one another before somebody is answered, on a machine that has much else to do
PATIENCE = 600.0
LOOKED_AT = 40


class Stuck(AssertionError):
    """What a person waited for did not come; the words say what was there instead."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A button by what it does: `verb` to `number` (0: any) with an argument that ends so, under these words."""

    verb: str
    number: int = 0
    words: str = ""
    arg_ends: str = ""

    def fits(self, data: str) -> bool:
        """Whether a button sends this."""
        verb, number, _, arg, *_ = *data.split(":", 3), "", "", ""
        return verb == self.verb and str(self.number) in ("0", number) and arg.endswith(self.arg_ends)


@dataclass(frozen=True, slots=True)
class Seen:
    """A button as it is shown: where, and what it sends."""

    message: int
    data: str

    @property
    def number(self) -> int:
        """The id that it sends: of a draft, a case, a notice."""
        return int(self.data.split(":")[1])


class Hands:
    """One person at one telephone. Buttons are known by what they do, not by their words.

    Only what changed since the person's own last doing counts: an older screen may show older buttons.
    """

    def __init__(self, world: World, player: Player, employee_no: str) -> None:
        self.player = player
        self.employee_no = employee_no
        self._world = world
        self._after = 0

    async def waits_for(self, verb: str, number: int = 0, *, words: str = "", arg_ends: str = "") -> Seen:
        """The newest button that does this."""
        sought = Sought(verb, number, words, arg_ends)
        found = await self._world.events.changed.until(lambda: self._found(sought), seconds=PATIENCE)
        if found is None:
            raise Stuck(f"{self.player.name} waits for {sought}; sees {self._shown()}")
        return found

    async def presses(self, verb: str, number: int = 0, *, words: str = "", arg_ends: str = "") -> None:
        """Press it and wait for the answer; Stuck if none comes."""
        seen = await self.waits_for(verb, number, words=words, arg_ends=arg_ends)
        if await self._world.queries.answer_to(await self._press(seen), seconds=PATIENCE) is None:
            raise Stuck(f"{self.player.name} pressed {seen.data}, and nobody answered")

    async def presses_and_goes(self, verb: str, number: int = 0) -> None:
        """Press it and do not wait for an answer, as when the bot is down."""
        await self._press(await self.waits_for(verb, number))

    async def _press(self, seen: Seen) -> str:
        """Telegram's number of the press."""
        self._after = self._world.events.seq
        where = {"from": self.player.id, "chat": self.player.id, "message_id": seen.message}
        pressed = await self.player.wire.post("press", where | {"data": seen.data, "forge": True})
        return str(pressed["id"])

    async def says(self, text: str) -> None:
        """Write."""
        self._after = self._world.events.seq
        await self.player.says(text)

    async def forwards(self, *items: str | Json) -> None:
        """Forward what a customer wrote."""
        self._after = self._world.events.seq
        await self.player.forwards(*items)

    def _found(self, sought: Sought) -> Seen | None:
        return next(self._all_found(sought), None)

    def _all_found(self, sought: Sought) -> Iterator[Seen]:
        for entry in reversed(self._world.history.entries(self.player.id)[-LOOKED_AT:]):
            if entry.changed > self._after and sought.words in words_of(entry.message):
                for button in buttons_of(entry.message):
                    if sought.fits(button.get("callback_data", "")):
                        yield Seen(entry.message["message_id"], button["callback_data"])

    def _shown(self) -> list[str]:
        return [words_of(entry.message) for entry in self._world.history.entries(self.player.id)[-3:]]
