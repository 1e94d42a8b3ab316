"""Plays people on a running sandbox from Python, so that a test reads as what people do and see."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import aiohttp

from bot.sandbox.client_person import Player
from bot.sandbox.client_wire import ControlWire
from bot.sandbox.wire import Json


class Sandbox:
    """A sandbox at an address: its people, groups and clock."""

    def __init__(self, wire: ControlWire) -> None:
        self._wire = wire

    async def state(self) -> Json:
        """What GET /sandbox/state tells."""
        return await self._wire.get("state")

    async def person(self, number: int) -> Player:
        """Play somebody who exists already."""
        people = (await self.state())["people"]
        card = next((card for card in people if card["id"] == number), None)
        if card is None:
            msg = (
                f"there is no person {number}; there are {[(one['id'], one['first_name']) for one in people]}"
            )
            raise LookupError(msg)
        return Player(self._wire, number, card["first_name"])

    async def person_named(self, name: str) -> Player:
        """Play somebody who exists already, by first name."""
        people = (await self.state())["people"]
        found = [card["id"] for card in people if card["first_name"] == name]
        if len(found) != 1:
            msg = f"{len(found)} people are named {name}; there are {[one['first_name'] for one in people]}"
            raise LookupError(msg)
        return Player(self._wire, found[0], name)

    async def add_person(self, first_name: str, *, started: bool = False, **fields: object) -> Player:
        """A new person (id, last_name, username, language_code, note); with `started` START is pressed too."""
        card = await self._wire.post("people", {"first_name": first_name, **fields})
        player = Player(self._wire, card["id"], first_name)
        if started:
            await player.starts()
        return player

    async def add_group(self, title: str, members: list[Player], *, bot: str = "member") -> int:
        """A new group; its id."""
        body = {"title": title, "members": [member.id for member in members], "bot": bot}
        return int((await self._wire.post("groups", body))["id"])

    async def joins(self, group: int, person: Player, *, present: bool = True) -> None:
        """Let a person into a group, or out of it."""
        await self._wire.post("join", {"group": group, "person": person.id, "present": present})

    async def sets_bot(self, group: int, standing: str) -> None:
        """Make the bot member or administrator of a group, or left or kicked."""
        await self._wire.post("join", {"group": group, "bot": standing})

    async def migrate(self, group: int) -> int:
        """Make a group a supergroup; its new id."""
        return int((await self._wire.post("migrate", {"group": group}))["id"])

    async def now(self) -> datetime:
        """The sandbox's time."""
        return datetime.fromisoformat((await self._wire.get("clock"))["now"])

    async def wind(self, **span: float) -> datetime:
        """Move the clock on by days, hours, minutes, seconds; the new time."""
        reading = await self._wire.post("clock", {"advance": timedelta(**span).total_seconds()})
        return datetime.fromisoformat(reading["now"])

    async def set_clock(self, moment: datetime | str) -> datetime:
        """Move the clock to a moment; the new time."""
        text = moment if isinstance(moment, str) else moment.isoformat()
        return datetime.fromisoformat((await self._wire.post("clock", {"set": text}))["now"])

    async def lets_time_run(self, running: bool = True) -> None:
        """Let time pass by itself, or hold it."""
        await self._wire.post("clock", {"running": running})

    async def makes_trouble(self, code: int, **narrower: object) -> None:
        """Refuse the bot's next calls: 429, 500, 502; 0 does the call and loses the answer, -1 cuts it off undone.

        200 does it, only late. Narrower: method, chat, times, retry_after, delay (seconds).
        """
        await self._wire.post("trouble", {"code": code, **narrower})

    async def redelivers(self, count: int, *, backwards: bool = False) -> int:
        """Give the bot its latest updates once more, the newest first if `backwards`; how many there were."""
        answer = await self._wire.post("redeliver", {"count": count, "reversed": backwards})
        return int(answer["updates"])

    async def keeps_limits(self, kept: bool = True, **figures: float) -> int:
        """Refuse what comes faster than Telegram takes it: overall, chat, group, faster; how much was refused so far."""
        return int((await self._wire.post("limits", {"kept": kept, **figures}))["refused"])

    async def is_quiet(self, *, milliseconds: int = 300, seconds: float = 10) -> bool:
        """Whether the bot took everything and then said nothing for so long, within the seconds."""
        answer = await self._wire.get("quiet", ms=milliseconds, timeout=seconds)
        return bool(answer["quiet"])


@asynccontextmanager
async def playing(url: str) -> AsyncIterator[Sandbox]:
    """Play on the sandbox at this address."""
    async with aiohttp.ClientSession() as session:
        yield Sandbox(ControlWire(session, url))
