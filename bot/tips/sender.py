"""Who sends a tip, for the sealed content alone."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import persons

NAMES: Final = ("id", "employee_no", "name", "department", "site")
OF_CHAT = select(*(persons.c[name] for name in (*NAMES, "left_on"))).where(
    persons.c.chat_id == bindparam("chat_id")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """A member of staff."""

    id: int
    employee_no: str
    name: str
    department: str
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is sealed: who sent it, and the update as it came."""

    sender: Sender
    update: dict[str, Any]


CONTENTS: Final = TypeAdapter(Content)


async def sender_in(chat_id: int, day: date, connection: AsyncConnection) -> Sender | None:
    """Whose private chat that is; None if nobody's whom the company employs on that day."""
    row = (await connection.execute(OF_CHAT, {"chat_id": chat_id})).mappings().first()
    if row is None or (row["left_on"] is not None and row["left_on"] < day):
        return None
    return Sender(**{name: row[name] for name in NAMES})
