"""Takes the files that were chosen in chat in, and imports back, part by part beside the bot; a power cut only holds it up."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from hashlib import sha256
from typing import Final

from telegram.error import TelegramError

from bot.clock import Clock
from bot.importing import Aside, entries_in, prepare, take_parts, undo_all
from bot.patience import Patience
from bot.records.waiting import files_in, imports_to_undo
from bot.sheets.earlier import earlier_in
from bot.signal import Signal
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.transport import Wire
from core.actions.records.own_sites import as_far_as_theirs
from core.actions.records.show_earlier import lose_earlier
from core.actions.records.take_earlier import begin_earlier, end_earlier, stop_earlier, tell_progress
from core.actions.records.undo_in_chat import end_undo
from core.errors import NotAllowed
from core.imports.form import FORMS
from core.model.company import Company
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Import
from core.ports import UnitOfWork

# after so many lines the message says how far it is
SAID_EVERY: Final = 2000


class Carrier:
    """The one of this process; `received` is rung when there may be something to do. One after the other."""

    def __init__(
        self, wire: Wire, units: UnitsOfWork, clock: Clock, committed: Callable[[SqlUnitOfWork], None]
    ) -> None:
        self.received = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._committed = committed
        self._patience = Patience()

    async def run(self) -> None:
        """Go on for ever; what is cut off goes on after the next start."""
        while True:
            for file in await files_in(FileState.CHOSEN, self._units):
                await self._try(file)
            for batch in await imports_to_undo(self._units):
                await self._undo(batch)
            await self.received.wait(self._patience.rest())

    async def _try(self, file: EarlierFile) -> None:
        try:
            content = await self._wire.content_of(file.file_id)
            self._patience.succeeded(file.id)
        except TelegramError as fault:
            if self._patience.is_given_up(file.id, fault):
                await self._lose(file)
            return
        if sha256(content).hexdigest() != file.sha256:
            await self._lose(file)
            return
        try:
            await self._take(file, content)
        except NotAllowed:
            async with self._writing() as uow:
                await stop_earlier(file, uow=uow)

    async def _lose(self, file: EarlierFile) -> None:
        async with self._writing() as uow:
            await lose_earlier(file, uow=uow)

    async def _take(self, file: EarlierFile, content: bytes) -> None:
        """NotAllowed once somebody takes the import back."""
        now, company = self._clock.now, await self._company(file)
        sheet = await asyncio.to_thread(earlier_in, file.name, content, FORMS[file.kind])
        read = await asyncio.to_thread(entries_in, file.kind, sheet.table.rows, company, now())
        if read.faults:
            await self._lose(file)
            return
        source = Import(
            kind=file.kind,
            file_name=file.name,
            sha256=file.sha256,
            made_at=now(),
            made_by=file.person_id,
        )
        prepared = await prepare(source, read.entries, self._units, now)
        async with self._writing() as uow:
            begun = await begin_earlier(file, prepared.batch, uow=uow)
        aside = Aside(now, partial(self._say_progress, file))
        skipped = await take_parts(begun.id, prepared, file.doubles, self._units, aside)
        async with self._writing() as uow:
            await end_earlier(file, begun.id, skipped, uow=uow)

    async def _company(self, file: EarlierFile) -> Company:
        """As it was shown to who chose it; whole where they are an admin no more, for it was decided while they were."""
        whole = self._units.surroundings.company
        async with self._units.reading(self._clock.now()) as uow:
            return as_far_as_theirs(whole, await uow.persons.get(file.person_id)) or whole

    async def _say_progress(self, file: EarlierFile, done: int, of: int) -> None:
        if done % SAID_EVERY == 0 and done < of:
            async with self._writing() as uow:
                await tell_progress(file, done, of, uow=uow)

    async def _undo(self, batch: Import) -> None:
        async def end(uow: UnitOfWork) -> None:
            await end_undo(batch.id, uow=uow)

        try:
            await undo_all(batch.id, self._units, self._clock.now, end)
        except NotAllowed:
            # the shell has taken the last of it back meanwhile
            async with self._writing() as uow:
                await end(uow)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[SqlUnitOfWork]:
        async with self._units.open(self._clock.now()) as uow:
            yield uow
        self._committed(uow)
