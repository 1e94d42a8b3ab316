"""Seals what belongs to a tip before anything of it is kept.

It stands between Telegram and the inbox: from here on nobody but the holder of the tip key reads who sent what, and
only the bot's own key tells where an answer goes. Of an album the last part may be the one that begins a tip: until
that is known its parts, and what comes after them in that chat, are held, encrypted as well.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.plain import RawUpdate, Row, plain_row
from bot.storage.machine_tables import inbox
from bot.tips.held_updates import HeldUpdates
from bot.tips.marks import Marks
from bot.tips.open_albums import OpenAlbums, running_time
from bot.tips.own_key import OwnKey
from bot.tips.sealer import Sealer
from bot.tips.seen import Seen
from bot.tips.taking import Arrived, Taking, arrived, begun_albums, undecided
from bot.tips.wish import concerns_tips

KNOWN: Final = select(inbox.c.update_id).where(inbox.c.update_id.in_(bindparam("ids", expanding=True)))


class Gate:
    """The one gate of this process; without a public key no tip is taken, and what it said is not kept at all."""

    def __init__(
        self,
        key: OwnKey,
        public: X25519PublicKey | None,
        marks: Marks,
        time: Callable[[], float] = running_time,
    ) -> None:
        self._takes_tips = public is not None
        self._marks = marks
        self._sealer = Sealer(key, public, marks)
        self._held = HeldUpdates(key)
        self._albums = OpenAlbums(time)

    @property
    def is_holding(self) -> bool:
        """Whether something waits to be decided, so that `rows` must be asked again soon, even if nothing new has come."""
        return self._held.is_any

    async def rows(
        self, updates: Sequence[RawUpdate], now: datetime, connection: AsyncConnection
    ) -> list[Row]:
        """The rows of these updates, in their order, after those that were held and are so no longer.

        Those of tips are sealed, and those of which it is not known yet.
        """
        await self._marks.read(connection)
        new = [arrived(update) for update in updates]
        if self._are_plain(new):
            return [plain_row(update, now) for update in updates]
        held = [arrived(update) for update in await self._held.read(connection)]
        # an update that is given twice must not begin a second tip
        known = await _known(new, connection)
        everything = [*held, *(one for one in new if one.id not in known)]
        taking = Taking(begun=begun_albums(everything), now=now, connection=connection)
        self._albums.look(undecided(everything, taking.begun))
        return await self._sorted(everything, {one.id for one in held}, taking)

    async def _sorted(self, everything: Sequence[Arrived], held: set[int], taking: Taking) -> list[Row]:
        rows: list[Row] = []
        waiting: set[int] = set()
        chats: set[int] = set()
        for one in everything:
            # what somebody says is handled in order: nothing overtakes what is held
            if one.chat in chats or self._is_open(one.seen, taking.now):
                chats.add(one.chat)
                waiting.add(one.id)
                rows += [] if one.id in held else [self._held.row(one.update, taking.now)]
            else:
                rows += await self._sealer.rows(one, taking)
        await self._held.take_out(held - waiting, taking.connection)
        self._held.is_any = bool(waiting)
        return rows

    def _are_plain(self, new: Sequence[Arrived]) -> bool:
        """What nearly all updates are at nearly all times."""
        if self._held.is_any or not self._marks.is_empty:
            return False
        return not any(one.seen and (one.seen.album or concerns_tips(one.seen)) for one in new)

    def _is_open(self, seen: Seen | None, now: datetime) -> bool:
        if not self._takes_tips or seen is None or not self._albums.has(seen):
            return False
        # what is sent while a tip is written belongs to that
        return not (seen.is_private and self._marks.written_by(seen.person, now))


async def _known(new: Sequence[Arrived], connection: AsyncConnection) -> set[int]:
    found = await connection.execute(KNOWN, {"ids": [one.id for one in new]})
    return set(found.scalars())
