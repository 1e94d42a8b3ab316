"""Who is writing a tip and which messages belong to one, as hashes: in the database, and all of them in memory."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import tip_marks
from bot.storage.upsert import insert_or_update
from bot.tips.own_key import OwnKey

# for so long after the last message more of it belongs to the tip, until its sender ends it
IDLE: Final = timedelta(hours=12)
EVERY = select(tip_marks.c.mark, tip_marks.c.tip, tip_marks.c.is_person, tip_marks.c.at)
KEEPING = insert_or_update(tip_marks, ["mark"], ["tip", "at"])
FORGETTING = delete(tip_marks).where(tip_marks.c.mark == bindparam("the_mark"))
FORGETTING_TIP = delete(tip_marks).where(tip_marks.c.tip == bindparam("the_tip"))


@dataclass(frozen=True, slots=True)
class Writing:
    """The tip somebody is writing, and when they last wrote."""

    tip: str
    at: datetime


class Marks:
    """Of this process; what is written goes into the transaction at hand."""

    def __init__(self, key: OwnKey) -> None:
        self._key = key
        self._people: dict[str, Writing] = {}
        self._messages: dict[str, str] = {}
        self._is_read = False

    @property
    def is_empty(self) -> bool:
        """Whether no tip has any mark."""
        return not self._people and not self._messages

    async def read(self, connection: AsyncConnection) -> None:
        """Read them, the first time."""
        if self._is_read:
            return
        for mark, tip, is_person, at in (await connection.execute(EVERY)).all():
            if is_person:
                self._people[mark] = Writing(tip, at)
            else:
                self._messages[mark] = tip
        self._is_read = True

    def written_by(self, chat: int, now: datetime) -> str:
        """The tip that somebody is writing; empty if none, or none any more."""
        writing = self._people.get(self._key.mark_of_person(chat))
        return writing.tip if writing and now - writing.at < IDLE else ""

    def tip_with(self, chat: int, message: int) -> str:
        """The tip that a message belongs to; empty if to none."""
        if not self._messages:
            return ""
        return self._messages.get(self._key.mark_of_message(chat, message), "")

    async def write(self, chat: int, tip: str, now: datetime, connection: AsyncConnection) -> None:
        """Somebody is writing that tip."""
        mark = self._key.mark_of_person(chat)
        self._people[mark] = Writing(tip, now)
        await connection.execute(KEEPING, {"mark": mark, "tip": tip, "is_person": True, "at": now})

    async def end(self, chat: int, connection: AsyncConnection) -> None:
        """Somebody is writing no tip any more."""
        mark = self._key.mark_of_person(chat)
        self._people.pop(mark, None)
        await connection.execute(FORGETTING, {"the_mark": mark})

    async def take_in(
        self, chat: int, message: int, tip: str, now: datetime, connection: AsyncConnection
    ) -> None:
        """A message belongs to that tip, whatever becomes of it later."""
        mark = self._key.mark_of_message(chat, message)
        self._messages[mark] = tip
        await connection.execute(KEEPING, {"mark": mark, "tip": tip, "is_person": False, "at": now})

    async def forget(self, tip: str, connection: AsyncConnection) -> None:
        """That tip has no marks any more."""
        self._people = {mark: one for mark, one in self._people.items() if one.tip != tip}
        self._messages = {mark: one for mark, one in self._messages.items() if one != tip}
        await connection.execute(FORGETTING_TIP, {"the_tip": tip})
