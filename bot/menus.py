"""The command menus that Telegram shows: by language for everybody, by role for each linked person."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from telegram.error import TelegramError

from bot.render.strings import Strings, strings_of
from bot.signal import Signal
from bot.storage.person_shelf import staff_changes
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire
from core.model.person import Person
from core.model.roles import Role
from core.rules.staff.menu import commands_for

STRANGERS = ("start",)
GROUPS = ("link", "help")
BETWEEN_CALLS = 0.05
# seconds between two looks at whether the staff have changed
BETWEEN_LOOKS = 1.0
# a person's language, and the commands by name
Offered = tuple[str, tuple[str, ...]]
logger = logging.getLogger(__name__)


class Menus:
    """Offers the menus in the background, so that the first update need not wait for them, and keeps them so.

    Who is linked, chooses another language or gets another role has the menu a moment later; `renewed` is rung.
    """

    def __init__(self, look_every: float = BETWEEN_LOOKS) -> None:
        self.renewed = Signal()
        self._look_every = look_every
        self._task: asyncio.Task[None] | None = None
        self._is_set = asyncio.Event()
        self._known: dict[int | None, Offered] = {}

    async def offer(self, wire: Wire, units: UnitsOfWork) -> None:
        """Begin to set the menus of everybody who is linked, and go on with whoever's menu changes."""
        self._task = asyncio.create_task(self._keep(wire, units))

    async def finished(self) -> None:
        """Wait until all menus that were offered at first are set."""
        await self._is_set.wait()

    async def stop(self) -> None:
        """Set no more menus."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait((self._task,))

    async def _keep(self, wire: Wire, units: UnitsOfWork) -> None:
        changes = await _changes(units)
        await _call_all(wire, general_menus(units.surroundings.company.languages))
        await _call_all(wire, await self._fresh(units))
        self._is_set.set()
        while True:
            await asyncio.sleep(self._look_every)
            if changes != (changes := await _changes(units)):
                await _call_all(wire, await self._fresh(units))
                self.renewed.ring()

    async def _fresh(self, units: UnitsOfWork) -> Iterator[dict[str, Any]]:
        """The menus that are not as they were set last."""
        async with units.open(datetime.now(UTC)) as uow:
            people = [person for person in await uow.persons.where() if person.can_be_told()]
        before, self._known = self._known, {person.chat_id: _offered_to(person) for person in people}
        fresh = [person for person in people if before.get(person.chat_id) != self._known[person.chat_id]]
        return map(personal_menu, fresh)


async def _changes(units: UnitsOfWork) -> int:
    async with units.database.reading() as connection:
        return await staff_changes(connection)


def general_menus(languages: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Menus for strangers and groups, in each language; the company's first one serves all others."""
    for number, language in enumerate(languages):
        code = {"language_code": language.partition("-")[0]}
        strings = strings_of(language)
        for scope, names in (("all_private_chats", STRANGERS), ("all_group_chats", GROUPS)):
            menu = {"scope": {"type": scope}, "commands": _commands(names, strings)}
            yield menu | code
            if number == 0:
                yield menu


def personal_menu(person: Person) -> dict[str, Any]:
    """The menu of one person, by their roles and in their language."""
    language, names = _offered_to(person)
    scope = {"type": "chat", "chat_id": person.chat_id}
    return {"scope": scope, "commands": _commands(names, strings_of(language))}


def _offered_to(person: Person) -> Offered:
    names = commands_for(person)
    return person.language, ((*names, "link") if person.holds_anywhere(Role.ADMIN) else names)


def _commands(names: Iterable[str], strings: Strings) -> list[dict[str, str]]:
    return [{"command": name, "description": strings.word("command", name)} for name in names]


async def _call_all(wire: Wire, calls: Iterable[dict[str, Any]]) -> None:
    for parameters in calls:
        try:
            await wire.call("setMyCommands", parameters)
        except TelegramError as fault:
            logger.info("a menu could not be set: %s", fault)
        await asyncio.sleep(BETWEEN_CALLS)
