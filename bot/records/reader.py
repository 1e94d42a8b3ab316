"""Reads the files of earlier records that admins send in chat: fetched, checked, compared with what is there, shown."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final, Protocol

from telegram.error import TelegramError

from bot.cli.shell_words import ShellWords
from bot.clock import Clock
from bot.import_words import NAMED, faults_book, kinds_said, placed_fault_said, rows_of
from bot.importing import Prepared, entries_in, prepare
from bot.patience import Patience
from bot.records.documents import send_straight
from bot.records.waiting import files_in
from bot.sheets.earlier import SUFFIX, earlier_in
from bot.signal import Signal
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.transport import Wire
from core.actions.records.own_sites import as_far_as_theirs
from core.actions.records.show_earlier import leave_earlier, lose_earlier, refuse_earlier, show_earlier
from core.imports.doubles import Compared
from core.imports.form import FORMS
from core.imports.found import FoundFaults, FoundRecords
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Doubles, Import
from core.model.person import Person
from core.model.staff import StaffFault
from core.ports import UnitOfWork

# so many of the new ones, and of those that are there, are named
FIRST: Final = 5
MOST_KINDS: Final = 10


class Ending(Protocol):
    """What ends a file without its being shown."""

    async def __call__(self, file: EarlierFile, *, uow: UnitOfWork) -> None:
        """End it."""
        ...


class EarlierReader:
    """The one of this process; `received` is rung when there may be something to read."""

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
        """Read for ever; what is cut off is begun again after the next start."""
        while True:
            for file in await files_in(FileState.SENT, self._units):
                await self._try(file)
            await self.received.wait(self._patience.rest())

    async def _try(self, file: EarlierFile) -> None:
        try:
            await self._read(file, await self._wire.content_of(file.file_id))
            self._patience.succeeded(file.id)
        except TelegramError as fault:
            if self._patience.is_given_up(file.id, fault):
                await self._end(file, lose_earlier)

    async def _end(self, file: EarlierFile, end: Ending) -> None:
        async with self._units.open(self._clock.now()) as uow:
            await end(file, uow=uow)
        self._committed(uow)

    async def _read(self, file: EarlierFile, content: bytes) -> None:
        company = as_far_as_theirs(self._units.surroundings.company, await self._sender(file))
        if company is None:
            await self._end(file, leave_earlier)
            return
        sheet = await asyncio.to_thread(earlier_in, file.name, content, FORMS[file.kind])
        faults, entries = sheet.table.faults, ()
        if not faults:
            read = await asyncio.to_thread(
                entries_in, file.kind, sheet.table.rows, company, self._clock.now()
            )
            faults, entries = read.faults, read.entries
        if faults:
            await self._refuse(file, faults)
        else:
            await self._show(file, sha256(content).hexdigest(), entries, sheet.unknown)

    async def _refuse(self, file: EarlierFile, faults: Sequence[StaffFault]) -> None:
        """Where there are more than are named, all go before in a workbook."""
        sender = await self._sender(file)
        words = ShellWords.of(sender.language)
        if len(faults) > NAMED and sender.chat_id is not None:
            name = file.name.rpartition(".")[0] + SUFFIX
            book = await asyncio.to_thread(faults_book, faults, words)
            await send_straight(self._wire, sender.chat_id, name, book)
        async with self._units.open(self._clock.now()) as uow:
            await refuse_earlier(file, _found_faults(faults, words), uow=uow)
        self._committed(uow)

    async def _show(
        self, file: EarlierFile, digest: str, entries: tuple[Any, ...], unread: tuple[str, ...]
    ) -> None:
        words = ShellWords.of((await self._sender(file)).language)
        source = Import(kind=file.kind, file_name=file.name, sha256=digest, made_at=self._clock.now())
        prepared = await prepare(source, entries, self._units, self._clock.now)
        found = replace(_found(prepared, words), unread=unread)
        async with self._units.open(self._clock.now()) as uow:
            if found.before is None:
                same = await uow.imports.latest(1, kind=file.kind, sha256=digest, undone_at=None)
                found = replace(found, before=next(iter(same), None))
            await show_earlier(file, digest, found, uow=uow)
        self._committed(uow)

    async def _sender(self, file: EarlierFile) -> Person:
        async with self._units.reading(self._clock.now()) as uow:
            return await uow.persons.get(file.person_id)


def _found_faults(faults: Sequence[StaffFault], words: ShellWords) -> FoundFaults:
    is_long = len(faults) > NAMED
    return FoundFaults(
        named=tuple(placed_fault_said(one, words) for one in faults[:NAMED]),
        kinds=tuple(kinds_said(faults, words))[:MOST_KINDS] if is_long else (),
        count=len(faults),
        rows=rows_of(faults),
    )


def _found(prepared: Prepared, words: ShellWords) -> FoundRecords:
    compared = prepared.compared
    return FoundRecords(
        new=len(compared.new),
        there=len(compared.doubles),
        first_new=tuple(_new_said(prepared, words)),
        first_there=tuple(_there_said(prepared, words)),
        steps=dict(_choices(prepared)),
        before=prepared.batch if prepared.batch.id else None,
    )


def _choices(prepared: Prepared) -> Iterator[tuple[Doubles, int]]:
    """What can be done, with how many lines; what would do the same as leaving doubles out is no choice."""
    least = prepared.planned(Doubles.SKIP).steps
    yield Doubles.SKIP, len(least)
    for choice in (Doubles.MERGE, Doubles.ADD):
        steps = prepared.planned(choice).steps
        if steps != least:
            yield choice, len(steps)


def _new_said(prepared: Prepared, words: ShellWords) -> Iterator[str]:
    line = "import_new_case" if isinstance(prepared.compared, Compared) else "import_new_name"
    for entry in prepared.compared.new[:FIRST]:
        yield words.line(line, entry=entry)


def _there_said(prepared: Prepared, words: ShellWords) -> Iterator[str]:
    line = "import_double_case" if isinstance(prepared.compared, Compared) else "import_double_name"
    for double in prepared.compared.doubles[:FIRST]:
        yield words.line(line, double=double)
