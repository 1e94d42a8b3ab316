"""Updates as rows of the inbox, as they came."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.chat import chat_of
from bot.inbox.state import InboxState

RawUpdate = Mapping[str, Any]
Row = dict[str, Any]


class Door(Protocol):
    """What every update passes before it is kept."""

    @property
    def is_holding(self) -> bool:
        """Whether something kept waits for what may belong to it: then it is to be asked again soon, even if nothing new has come."""
        ...

    async def rows(
        self, updates: Sequence[RawUpdate], now: datetime, connection: AsyncConnection
    ) -> list[Row]:
        """The rows to be kept."""
        ...


class OpenDoor:
    """Keeps everything as it came."""

    is_holding = False

    async def rows(
        self, updates: Sequence[RawUpdate], now: datetime, connection: AsyncConnection
    ) -> list[Row]:
        """A row each."""
        del connection
        return [plain_row(update, now) for update in updates]


def row_of(update_id: int, chat_id: int, raw: str, now: datetime) -> Row:
    """A row that waits to be handled."""
    return {
        "update_id": update_id,
        "chat_id": chat_id,
        "raw": raw,
        "received_at": now,
        "state": InboxState.WAITING.value,
        "tries": 0,
        "fault": "",
    }


def plain_row(update: RawUpdate, now: datetime) -> Row:
    """The update as it came."""
    return row_of(int(update["update_id"]), chat_of(update), raw_json(update), now)


def raw_json(update: RawUpdate) -> str:
    """The update as JSON."""
    try:
        return to_json(update).decode()
    except ValueError:
        # half a character, which no database keeps: escaped it is kept, and set aside when it cannot be read
        return json.dumps(update)
