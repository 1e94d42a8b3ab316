"""Makes the rows of an update that came: as it is, or sealed where it belongs to a tip."""

import secrets
from dataclasses import replace
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic_core import to_json
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.inbox.chat import NO_CHAT
from bot.inbox.plain import RawUpdate, Row, plain_row, row_of
from bot.storage.tables import tips
from bot.tips.marks import Marks
from bot.tips.own_key import OwnKey
from bot.tips.recalling import BELOW, Recalled, recalled
from bot.tips.route import Envelope, Enveloped, Intent, Route
from bot.tips.seal import Seal
from bot.tips.seen import Seen
from bot.tips.sender import sender_in
from bot.tips.taking import Arrived, Taking
from bot.tips.wish import wish_of

# no sign that is read as another
SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH: Final = 4
TAKEN_IN: Final = (Intent.BEGIN, Intent.PIECE, Intent.ADDITION)
ENDING: Final = (Intent.SEND, Intent.DROP)
TAKEN: Final = select(tips.c.id).where(tips.c.number == bindparam("number"))


class Sealer:
    """Of this process; what is known of tips moves on in the transaction at hand."""

    def __init__(self, key: OwnKey, public: X25519PublicKey | None, marks: Marks) -> None:
        self._key = key
        self._public = public
        self._marks = marks

    async def rows(self, one: Arrived, taking: Taking) -> list[Row]:
        """Its row; with it those of what was kept in clear before, and is now known to be of the tip."""
        seen = one.seen
        intent, tip = wish_of(seen, self._marks, taking.begun, taking.now) if seen else (None, "")
        if seen is None or intent is None:
            return [plain_row(one.update, taking.now)]
        route = _route(seen, intent, tip)
        if intent in TAKEN_IN:
            return await self._taken_in(one, seen, route, taking)
        if intent in ENDING:
            await self._marks.end(seen.person, taking.connection)
        return [self._row(one.id, route, "", taking)]

    async def _taken_in(self, one: Arrived, seen: Seen, route: Route, taking: Taking) -> list[Row]:
        sender = await sender_in(seen.person, taking.now.date(), taking.connection)
        if sender is None:
            await self._marks.end(seen.person, taking.connection)
            return [self._row(one.id, replace(route, intent=Intent.STRANGER), "", taking)]
        if self._public is None:
            return [self._row(one.id, route, "", taking)]
        earlier = await self._kept_before(seen, route, taking)
        seal = Seal(self._public, sender, route.tip or await _fresh(taking.connection))
        if route.intent is not Intent.ADDITION:
            await self._marks.write(seen.person, seal.tip, taking.now, taking.connection)
        route = replace(route, tip=seal.tip, was_kept=earlier is not None)
        rows = [await self._sealed(one.id, one.update, seen, route, seal, taking)]
        for update, part in earlier or ():
            quiet = replace(_route(part, Intent.ADDITION, seal.tip), is_quiet=True)
            number = int(update["update_id"]) - BELOW
            rows.append(await self._sealed(number, update, part, quiet, seal, taking))
        return rows

    async def _kept_before(self, seen: Seen, route: Route, taking: Taking) -> list[Recalled] | None:
        """What of it was kept in clear before; None if nothing was, empty if it is no longer found."""
        if route.intent is not Intent.BEGIN or self._marks.tip_with(seen.chat, seen.message):
            return None
        if not seen.is_edit and (not seen.album or seen.album in taking.recalled):
            return None
        taking.recalled.add(seen.album)
        found = await recalled(seen, taking.connection)
        return found if found or seen.is_edit else None

    async def _sealed(
        self, number: int, update: RawUpdate, seen: Seen, route: Route, seal: Seal, taking: Taking
    ) -> Row:
        await self._marks.take_in(seen.chat, seen.message, seal.tip, taking.now, taking.connection)
        return self._row(number, route, seal.closed(update), taking)

    def _row(self, number: int, route: Route, content: str, taking: Taking) -> Row:
        address = self._key.seal(to_json(route).decode())
        raw = to_json(Enveloped(tip=Envelope(route=address, content=content))).decode()
        return row_of(number, NO_CHAT, raw, taking.now)


def _route(seen: Seen, intent: Intent, tip: str) -> Route:
    return Route(
        intent=intent,
        tip=tip,
        chat=seen.person,
        callback=seen.callback,
        album=seen.album,
        has_content=seen.has_content,
        file=seen.file,
    )


async def _fresh(connection: AsyncConnection) -> str:
    """A pseudonym that no tip has."""
    while True:
        number = "T-" + "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
        if (await connection.execute(TAKEN, {"number": number})).first() is None:
            return number
