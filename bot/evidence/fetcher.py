"""Fetches the files of evidence that was received, outside any transaction, until they are here or cannot be had."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from telegram.error import TelegramError

from bot.clock import Clock
from bot.evidence.folder import EvidenceFolder
from bot.evidence.looking import is_picture, look_at
from bot.outbox.verdict import Fate, verdict_on
from bot.patience import LOOK_EVERY, TRIES, growing_rest
from bot.points import Point, reached
from bot.signal import Signal
from bot.storage.shelf import TableShelf
from bot.storage.tables import evidence
from bot.storage.unit_of_work import UnitsOfWork
from bot.transport import Wire
from core.actions.kin.offer_same_file import offer_same_file
from core.model.evidence import Evidence, Holder, Storing
from core.model.log import LogRow

ACT = "evidence_stored"
TOO_BIG = "file is too big"
AT_ONCE = 4


class Fetcher:
    """The one fetcher of this process; `received` is rung when there may be new evidence."""

    def __init__(self, wire: Wire, units: UnitsOfWork, clock: Clock, folder: EvidenceFolder) -> None:
        self.received = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._folder = folder
        self._resting: dict[int, float] = {}

    async def run(self) -> None:
        """Fetch for ever; a fetch that is cut off is begun again after the next start."""
        while True:
            waiting = [piece for piece in await self._waiting() if self._is_due(piece)]
            for start in range(0, len(waiting), AT_ONCE):
                await self._fetch_all(waiting[start : start + AT_ONCE])
            await self.received.wait(self._until_next())

    async def _waiting(self) -> tuple[Evidence, ...]:
        async with self._units.database.reading() as connection:
            return await TableShelf(connection, evidence, Evidence).where(storing=Storing.TO_FETCH)

    async def _fetch_all(self, pieces: Iterable[Evidence]) -> None:
        async with asyncio.TaskGroup() as group:
            for piece in pieces:
                group.create_task(self._fetch(piece))

    async def _fetch(self, piece: Evidence) -> None:
        try:
            content = await self._wire.content_of(piece.file_id)
        except TelegramError as fault:
            await self._note(piece, self._judged(piece, fault))
            return
        reached(Point.EVIDENCE_DOWNLOAD)
        sha256 = await asyncio.to_thread(self._folder.keep, content)
        reached(Point.EVIDENCE_DOWNLOAD)
        sight = await asyncio.to_thread(look_at, content) if is_picture(piece) else ""
        stored = replace(piece, storing=Storing.STORED, sha256=sha256, size=len(content), sight=sight)
        await self._note(piece, stored)

    def _judged(self, piece: Evidence, fault: TelegramError) -> Evidence:
        if TOO_BIG in str(fault).lower():
            return replace(piece, storing=Storing.TOO_BIG)
        tries = piece.tries + 1
        verdict = verdict_on(fault)
        if verdict.fate is not Fate.AGAIN or tries >= TRIES:
            return replace(piece, storing=Storing.MISSING, tries=tries)
        rest = growing_rest(tries) if verdict.wait is None else verdict.wait
        self._resting[piece.id] = asyncio.get_running_loop().time() + rest
        return replace(piece, tries=tries)

    async def _note(self, before: Evidence, after: Evidence) -> None:
        if after.storing is not Storing.TO_FETCH:
            self._resting.pop(before.id, None)
        async with self._units.open(self._clock.now()) as uow:
            # a handler may have linked the piece to a case in the meantime
            now = await uow.evidence.get(before.id)
            kept = replace(
                now,
                storing=after.storing,
                sha256=after.sha256,
                size=after.size,
                sight=after.sight,
                tries=after.tries,
            )
            await uow.evidence.put(kept)
            if kept.storing is Storing.STORED:
                await uow.log.write(_logged(kept))
                await offer_same_file(kept, uow=uow)

    def _is_due(self, piece: Evidence) -> bool:
        return self._resting.get(piece.id, 0.0) <= asyncio.get_running_loop().time()

    def _until_next(self) -> float:
        now = asyncio.get_running_loop().time()
        return min((max(0.0, until - now) for until in self._resting.values()), default=LOOK_EVERY)


def _logged(kept: Evidence) -> LogRow:
    """From here on the log vouches for the content."""
    case_id = kept.holder_id if kept.holder is Holder.CASE else None
    facts = {"evidence": kept.id, "sha256": kept.sha256, "size": kept.size}
    return LogRow(act=ACT, case_id=case_id, facts=facts)
