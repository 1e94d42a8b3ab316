"""Reads the sheets that finance sends in chat: fetched into memory, read, and taken out of the chat."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from telegram.error import TelegramError

from bot.cli.shell_words import ShellWords
from bot.clock import Clock
from bot.patience import Patience
from bot.payroll.fault_words import fault_said
from bot.points import Point, reached
from bot.sheets.table import TableSheet, table_in
from bot.signal import Signal
from bot.storage.shelf import TableShelf
from bot.storage.tables import wages_uploads
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.transport import Wire
from core.actions.money.send_sheet import forget_file
from core.actions.money.take_sheet import take_sheet
from core.errors import Refusal
from core.model.message import Message
from core.model.staff import StaffFault
from core.payroll import payslips, wages
from core.payroll.upload import SheetKind, WagesUpload
from core.screens.wages import sheet_read, wages_lost, wages_still_there

NOT_THERE: Final = "not found"
# so many faults are named; a sheet with more has one fault many times
MOST_NAMED: Final = 100
HIDDEN: Final = "…"


class WagesReader:
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
            for upload in await self._where(read_at=None):
                await self._read(upload)
            for upload in await self._where(gone_at=None):
                if upload.read_at is not None:
                    await self._take_away(upload)
            await self.received.wait(self._patience.rest())

    async def _where(self, **equal: object) -> tuple[WagesUpload, ...]:
        async with self._units.database.reading() as connection:
            return await TableShelf(connection, wages_uploads, WagesUpload).where(**equal)

    async def _read(self, upload: WagesUpload) -> None:
        try:
            content = await self._wire.content_of(upload.file_id)
            self._patience.succeeded(upload.id)
        except TelegramError as fault:
            if self._patience.is_given_up(upload.id, fault):
                await self._answer(upload, wages_lost(upload))
            return
        columns = wages.COLUMNS if upload.kind is SheetKind.WAGES else payslips.COLUMNS
        sheet = await asyncio.to_thread(table_in, upload.name, content, columns.columns_of, columns.faults_in)
        await self._take(upload, sheet)

    async def _take(self, upload: WagesUpload, sheet: TableSheet) -> None:
        async with self._units.open(self._clock.now()) as uow:
            faults, refused = sheet.faults, None
            if not faults:
                try:
                    async with uow.savepoint():
                        faults = await take_sheet(upload, sheet.rows, sheet.sha256, uow=uow)
                except Refusal as refusal:
                    refused = refusal
            person = await uow.persons.get(upload.person_id)
            if refused is None:
                answer = sheet_read(upload, _said(faults, person.language), len(faults))
            else:
                words = uow.messages.sentence(person.language, "errors", refused.what, refused.data)
                answer = Message(template="request_refused", data={"words": words})
            await uow.outbox.tell(person, answer)
            await forget_file(upload, uow=uow, is_taken=not faults and refused is None)
            reached(Point.FILE_READ)
        reached(Point.FILE_READ)
        self._committed(uow)

    async def _answer(self, upload: WagesUpload, message: Message) -> None:
        async with self._units.open(self._clock.now()) as uow:
            await uow.outbox.tell(await uow.persons.get(upload.person_id), message)
            await forget_file(upload, uow=uow, is_taken=False)
        self._committed(uow)

    async def _take_away(self, upload: WagesUpload) -> None:
        """Delete the message; where Telegram will not, who sent it is asked to."""
        where = {"chat_id": upload.chat_id, "message_id": upload.message_id}
        is_gone = True
        try:
            await self._wire.call("deleteMessage", where)
        except TelegramError as fault:
            if not self._patience.is_given_up(upload.id, fault):
                return
            is_gone = NOT_THERE in str(fault).lower()
        async with self._units.open(self._clock.now()) as uow:
            if not is_gone:
                await uow.outbox.tell(await uow.persons.get(upload.person_id), wages_still_there(upload))
            await uow.wages_uploads.put(replace(upload, gone_at=uow.now))
        self._committed(uow)


def _said(faults: Sequence[StaffFault], language: str) -> tuple[str, ...]:
    """The first of them in words; a wage that was found is not repeated in the chat."""
    words = ShellWords.of(language)
    named = (
        replace(one, found=HIDDEN) if one.column == "wage" and one.found else one
        for one in faults[:MOST_NAMED]
    )
    return tuple(fault_said(one, words) for one in named)
