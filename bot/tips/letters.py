"""Answers to whoever sends a tip: their address stands nowhere in clear, and they are gone once they are sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import from_json
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.rows import Place, answer_row, message_rows
from bot.render.rendered import Wording
from bot.storage.tables import tip_letters
from bot.tips.own_key import OwnKey
from core.model.message import Message

KEEPING = insert(tip_letters)
EVERY = select(tip_letters.c.id, tip_letters.c.sealed, tip_letters.c.tries).order_by(tip_letters.c.id)
GONE = delete(tip_letters).where(tip_letters.c.id == bindparam("the_id"))
TRIED = update(tip_letters).where(tip_letters.c.id == bindparam("the_id")).values(tries=bindparam("tried"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One call of the Bot API for one chat; `tip` is the tip that the message belongs to."""

    chat: int
    method: str
    call: dict[str, Any]
    tip: str = ""


LETTERS: Final = TypeAdapter(Letter)


class Letters:
    """Puts answers into the transaction at hand."""

    def __init__(self, key: OwnKey, wording: Wording) -> None:
        self._key = key
        self._wording = wording

    async def say(
        self, chat: int, language: str, message: Message, tip: str, connection: AsyncConnection
    ) -> None:
        """A message to that chat."""
        rendered = self._wording.rendered(language, message)
        rows = message_rows(Place(chat_id=chat), message, rendered, ())
        await self._put((_letter(chat, row, tip) for row in rows), connection)

    async def answer(self, chat: int, callback: str, connection: AsyncConnection) -> None:
        """A pressed button waits no longer."""
        await self._put([_letter(chat, answer_row(chat, callback, "", is_alert=False), "")], connection)

    async def _put(self, letters: Iterable[Letter], connection: AsyncConnection) -> None:
        rows = [{"sealed": self._key.seal(LETTERS.dump_json(one).decode()), "tries": 0} for one in letters]
        await connection.execute(KEEPING, rows)


def _letter(chat: int, row: Mapping[str, Any], tip: str) -> Letter:
    return Letter(chat=chat, method=row["method"], call=from_json(row["payload"]), tip=tip)
