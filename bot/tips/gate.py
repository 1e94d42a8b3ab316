"""Seals what belongs to a tip before anything of it is kept.

It stands between Telegram and the inbox: from here on nobody but the holder of the tip key reads who sent what, and
only the bot's own key tells where an answer goes.
"""

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic_core import to_json
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.chat import NO_CHAT
from bot.inbox.plain import RawUpdate, Row, plain_row, raw_json, row_of
from bot.storage.machine_tables import inbox
from bot.storage.tables import tips
from bot.tips.marks import Marks
from bot.tips.own_key import OwnKey
from bot.tips.route import Envelope, Enveloped, Intent, Route
from bot.tips.sealing import sealed
from bot.tips.seen import Seen, seen_in
from bot.tips.sender import Sender, sender_in
from bot.tips.wish import concerns_tips, wish_of

# no sign that is read as another
SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH: Final = 4
TAKEN_IN: Final = (Intent.BEGIN, Intent.PIECE, Intent.ADDITION)
ENDING: Final = (Intent.SEND, Intent.DROP, Intent.STRANGER)
HELD = select(inbox.c.update_id).where(inbox.c.update_id.in_(bindparam("ids", expanding=True)))
TAKEN = select(tips.c.id).where(tips.c.number == bindparam("number"))


class Gate:
    """The one gate of this process; without a public key no tip is taken, and what it said is not kept at all."""

    def __init__(self, key: OwnKey, public: X25519PublicKey | None, marks: Marks) -> None:
        self._key = key
        self._public = public
        self._marks = marks

    async def rows(
        self, updates: Sequence[RawUpdate], now: datetime, connection: AsyncConnection
    ) -> list[Row]:
        """The rows of these updates, in their order; those of tips sealed."""
        await self._marks.read(connection)
        seen = [seen_in(update) for update in updates]
        if self._marks.is_empty and not any(concerns_tips(one) for one in seen if one):
            return [plain_row(update, now) for update in updates]
        # an update that is given twice must not begin a second tip
        held = await _held(updates, connection)
        albums = frozenset(one.album for one in seen if one and one.album and one.begins)
        pairs = zip(updates, seen, strict=True)
        return [
            await self._row(update, one, albums, now, connection)
            for update, one in pairs
            if update["update_id"] not in held
        ]

    async def _row(
        self,
        update: RawUpdate,
        seen: Seen | None,
        albums: frozenset[str],
        now: datetime,
        connection: AsyncConnection,
    ) -> Row:
        intent, tip = wish_of(seen, self._marks, albums, now) if seen else (None, "")
        if seen is None or intent is None:
            return plain_row(update, now)
        content = ""
        if intent in TAKEN_IN:
            sender = await sender_in(seen.person, now.date(), connection)
            intent = intent if sender else Intent.STRANGER
            if sender and self._public:
                tip = tip or await _fresh(connection)
                await self._marks.take_in(seen.chat, seen.message, tip, now, connection)
                if intent is not Intent.ADDITION:
                    await self._marks.write(seen.person, tip, now, connection)
                content = _closed(update, sender, self._public, tip)
        if intent in ENDING:
            await self._marks.end(seen.person, connection)
        envelope = Envelope(route=self._addressed(seen, intent, tip), content=content)
        raw = to_json(Enveloped(tip=envelope)).decode()
        return row_of(int(update["update_id"]), NO_CHAT, raw, now)

    def _addressed(self, seen: Seen, intent: Intent, tip: str) -> str:
        route = Route(
            intent=intent,
            tip=tip,
            chat=seen.person,
            callback=seen.callback,
            album=seen.album,
            has_content=seen.has_content,
            file=seen.file,
        )
        return self._key.seal(to_json(route).decode())


def _closed(update: RawUpdate, sender: Sender, public: X25519PublicKey, tip: str) -> str:
    # half a character has no place in JSON of the strict kind: escaped it is kept
    content = f'{{"sender":{to_json(sender).decode()},"update":{raw_json(update)}}}'
    return base64.b64encode(sealed(content.encode(), public, tip)).decode()


async def _held(updates: Sequence[RawUpdate], connection: AsyncConnection) -> set[int]:
    ids = [int(update["update_id"]) for update in updates]
    return set((await connection.execute(HELD, {"ids": ids})).scalars())


async def _fresh(connection: AsyncConnection) -> str:
    """A pseudonym that no tip has."""
    while True:
        number = "T-" + "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
        if (await connection.execute(TAKEN, {"number": number})).first() is None:
            return number
