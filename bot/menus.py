"""The command menus that Telegram shows: by language for everybody, by role for each linked person."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from telegram.error import TelegramError

from bot.render.strings import Strings, strings_of
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire
from core.model.person import Person
from core.model.roles import Role
from core.rules.menu import commands_for

STRANGERS = ("start",)
GROUPS = ("link", "help")
BETWEEN_CALLS = 0.05
logger = logging.getLogger(__name__)


class Menus:
    """Offers the menus in the background, so that the first update need not wait for them."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None

    async def offer(self, wire: Wire, units: UnitsOfWork) -> None:
        """Begin to set the menus of everybody who is linked now."""
        async with units.open(datetime.now(UTC)) as uow:
            people = await uow.persons.where(is_reachable=True)
            languages = uow.company.languages
        calls = [*general_menus(languages), *(personal_menu(person) for person in people if person.chat_id)]
        self._task = asyncio.create_task(_call_all(wire, calls))

    async def finished(self) -> None:
        """Wait until all menus that were offered are set."""
        if self._task is not None:
            await self._task


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
    names = commands_for(person)
    if person.holds_anywhere(Role.ADMIN):
        names = (*names, "link")
    scope = {"type": "chat", "chat_id": person.chat_id}
    return {"scope": scope, "commands": _commands(names, strings_of(person.language))}


def _commands(names: Iterable[str], strings: Strings) -> list[dict[str, str]]:
    return [{"command": name, "description": strings.word("command", name)} for name in names]


async def _call_all(wire: Wire, calls: list[dict[str, Any]]) -> None:
    for parameters in calls:
        try:
            await wire.call("setMyCommands", parameters)
        except TelegramError as fault:
            logger.info("a menu could not be set: %s", fault)
        await asyncio.sleep(BETWEEN_CALLS)
