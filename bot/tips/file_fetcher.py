"""Fetches the files of tips straight into sealed bytes: nothing of them is ever written in clear."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from telegram.error import TelegramError

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.outbox.verdict import Fate, verdict_on
from bot.patience import LOOK_EVERY, TRIES, growing_rest
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.shelf import TableShelf
from bot.storage.tables import tip_pieces
from bot.storage.unit_of_work import UnitsOfWork
from bot.tips.own_key import OwnKey
from bot.tips.sealing import sealed
from bot.transport import Wire
from core.model.evidence import Storing
from core.model.log import LogRow
from core.model.tip import TipPiece


class TipFetcher:
    """The one of this process; `received` is rung when there may be something to fetch."""

    def __init__(
        self,
        wire: Wire,
        units: UnitsOfWork,
        clock: Clock,
        folder: EvidenceFolder,
        key: OwnKey,
    ) -> None:
        self.received = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._folder = folder
        self._key = key

    async def run(self, public: X25519PublicKey) -> None:
        """Fetch for ever; a fetch that is cut off is begun again after the next start."""
        while True:
            for piece in await self._waiting():
                await self._fetch(piece, public)
            await self.received.wait(_rest([piece.tries for piece in await self._waiting()]))

    async def _waiting(self) -> tuple[TipPiece, ...]:
        async with self._units.database.reading() as connection:
            return await TableShelf(connection, tip_pieces, TipPiece).where(storing=Storing.TO_FETCH)

    async def _fetch(self, piece: TipPiece, public: X25519PublicKey) -> None:
        try:
            content = await self._wire.content_of(self._key.opened(piece.reference))
        except ValueError:
            # sealed with a key that is no longer here: restored without it
            await self._note(replace(piece, storing=Storing.MISSING))
            return
        except TelegramError as fault:
            is_given_up = verdict_on(fault).fate is not Fate.AGAIN or piece.tries + 1 >= TRIES
            storing = Storing.MISSING if is_given_up else Storing.TO_FETCH
            await self._note(replace(piece, tries=piece.tries + 1, storing=storing))
            return
        async with self._units.reading(self._clock.now()) as uow:
            number = (await uow.tips.get(piece.tip_id)).number
        box = await asyncio.to_thread(sealed, content, public, number)
        await self._keep(piece, box)

    async def _keep(self, piece: TipPiece, box: bytes) -> None:
        """Name the file, write it, note that it is there. Each box is another one: what a stop cut off is no use."""
        if piece.sha256:
            self._folder.forget(piece.sha256)
        named = await self._note(replace(piece, sha256=hashlib.sha256(box).hexdigest(), size=len(box)))
        reached(Point.EVIDENCE_DOWNLOAD)
        if named is None:
            return
        await asyncio.to_thread(self._folder.keep, box)
        reached(Point.EVIDENCE_DOWNLOAD)
        if await self._note(replace(named, storing=Storing.STORED)) is None:
            self._folder.forget(named.sha256)

    async def _note(self, piece: TipPiece) -> TipPiece | None:
        """The piece as it is now; None if it was withdrawn meanwhile. What is here needs no reference any more."""
        reference = piece.reference if piece.storing is Storing.TO_FETCH else ""
        async with self._units.open(self._clock.now()) as uow:
            before = await uow.tip_pieces.find(piece.id)
            # a piece that is withdrawn may have gone, and its id may be another one's
            if before is None or before.reference != piece.reference:
                return None
            kept = await uow.tip_pieces.put(replace(piece, reference=reference))
            if piece.storing is Storing.STORED:
                facts = {"tip": (await uow.tips.get(piece.tip_id)).number, "sha256": piece.sha256}
                await uow.log.write(LogRow(act="tip_file_stored", facts=facts))
            return kept


def _rest(tries: Sequence[int]) -> float:
    """Seconds to the next try of the one that was tried least; a file that comes meanwhile rings."""
    return growing_rest(min(tries) + 1) if tries else LOOK_EVERY
