"""Updates that are kept, encrypted under the bot's own key, until it is known whether they belong to a tip."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Final

from pydantic_core import from_json, to_json
from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.chat import NO_CHAT
from bot.inbox.plain import RawUpdate, Row, raw_json, row_of
from bot.inbox.state import InboxState
from bot.storage.machine_tables import inbox
from bot.tips.own_key import OwnKey

HELD: Final = (
    select(inbox.c.update_id, inbox.c.raw)
    .where(inbox.c.state == InboxState.HELD.value)
    .order_by(inbox.c.update_id)
)
OUT: Final = delete(inbox).where(inbox.c.update_id.in_(bindparam("ids", expanding=True)))
GIVEN_UP: Final = (
    update(inbox).where(inbox.c.update_id == bindparam("the_id")).values(state=InboxState.WAITING.value)
)


class HeldUpdates:
    """Rows of the inbox that tell neither what was said nor by whom."""

    def __init__(self, key: OwnKey) -> None:
        self._key = key
        # until it was looked there may be some from before the last stop
        self.is_any = True

    async def read(self, connection: AsyncConnection) -> list[RawUpdate]:
        """All of them, oldest first. What another key has sealed can only be set aside, so it waits no longer."""
        found: list[RawUpdate] = []
        for update_id, raw in (await connection.execute(HELD)).all() if self.is_any else ():
            try:
                found.append(json.loads(self._key.opened(from_json(raw)["held"])))
            except ValueError:
                await connection.execute(GIVEN_UP, {"the_id": update_id})
        return found

    def row(self, one: RawUpdate, now: datetime) -> Row:
        """The row that holds it."""
        raw = to_json({"held": self._key.seal(raw_json(one))}).decode()
        row = row_of(int(one["update_id"]), NO_CHAT, raw, now)
        return {**row, "state": InboxState.HELD.value}

    async def take_out(self, ids: Collection[int], connection: AsyncConnection) -> None:
        """These are held no longer."""
        if ids:
            await connection.execute(OUT, {"ids": list(ids)})
