"""Makes the exports that were asked for in chat, one after the other, each in a process of its own, and sends them."""

import asyncio
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from telegram.error import TelegramError

from bot.clock import Clock
from bot.exporting.child import Asked, Written
from bot.patience import Patience
from bot.records.documents import MOST_SENT, send_straight
from bot.records.waiting import exports_asked
from bot.signal import Signal
from bot.storage.unit_of_work import SqlUnitOfWork, UnitsOfWork
from bot.transport import Wire
from core.actions.records.ask_export import begin_export, end_export
from core.errors import Refusal
from core.model.person import Person
from core.model.records_export import ExportEnd, ExportForm, RecordsExport

# beside the database; emptied before and after each export
FOLDER: Final = "exporting"
CHILD: Final = (sys.executable, "-m", "bot.exporting.child")
# a workbook of so many rows takes about half a gigabyte while it is made; so many JSON lines are about what may be sent
MOST_ROWS: Final = {ExportForm.XLSX: 200_000, ExportForm.JSON: 1_000_000}
_NAMES: Final = {ExportForm.XLSX: "gongdao-{}.xlsx", ExportForm.JSON: "gongdao-{}.zip"}
Ended = tuple[ExportEnd, Mapping[str, int]]
_MEGABYTE: Final = 1024 * 1024


class ExportFailed(Exception):
    """The process that writes the file did not end well."""


class Exporter:
    """The one of this process; `received` is rung when there may be something to export."""

    def __init__(
        self, wire: Wire, units: UnitsOfWork, clock: Clock, committed: Callable[[SqlUnitOfWork], None]
    ) -> None:
        self.received = Signal()
        self._wire = wire
        self._units = units
        self._clock = clock
        self._committed = committed
        self._patience = Patience()
        self._database = Path(units.database.engine.url.database or "")

    async def run(self) -> None:
        """Export for ever; what is cut off is begun again after the next start, and nothing stays on the disk."""
        await asyncio.to_thread(self._empty)
        while True:
            for export in await exports_asked(self._units):
                await self._try(export)
            await self.received.wait(self._patience.rest())

    async def _try(self, export: RecordsExport) -> None:
        """Nothing is on the disk any more when it has ended."""
        try:
            ended: Ended | None = await self._exported(export)
            self._patience.succeeded(export.id)
        except TelegramError as fault:
            ended = (ExportEnd.NOT_SENT, {}) if self._patience.is_given_up(export.id, fault) else None
        except (ExportFailed, OSError):
            ended = (ExportEnd.NOT_SENT, {})
        except Refusal:
            ended = (ExportEnd.NOT_THEIRS, {})
        finally:
            await asyncio.to_thread(self._empty)
        if ended is not None:
            await self._end(export, *ended)

    async def _exported(self, export: RecordsExport) -> Ended:
        """TelegramError, ExportFailed, OSError, and NotThisPerson if it is the asker's no more."""
        async with self._units.open(self._clock.now()) as uow:
            await begin_export(export, uow=uow)
            asker = await uow.persons.get(export.person_id)
        place = self._place(export)
        written = await self._written(self._asked(export, asker, place))
        figures = {"kinds": written.kinds, "rows": written.rows, "megabytes": 0}
        size = 0 if written.is_too_much else place.stat().st_size
        if written.is_too_much or size > MOST_SENT:
            return ExportEnd.TOO_MUCH, {**figures, "megabytes": size // _MEGABYTE}
        content = await asyncio.to_thread(place.read_bytes)
        await send_straight(self._wire, asker.chat_id or 0, place.name, content)
        return ExportEnd.SENT, figures

    def _asked(self, export: RecordsExport, asker: Person, place: Path) -> Asked:
        company = self._units.surroundings.company
        return Asked(
            database=self._database,
            place=place,
            form=export.form,
            most_rows=MOST_ROWS[export.form],
            since=export.since,
            site=export.site or None,
            zone=company.zone(export.site or company.sites[0].id).key,
            company=company.name,
            language=asker.language,
            now=self._clock.now(),
        )

    async def _written(self, asked: Asked) -> Written:
        asked.place.parent.mkdir(mode=0o700, exist_ok=True)
        child = await asyncio.create_subprocess_exec(
            *CHILD, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        try:
            said, _ = await child.communicate(asked.model_dump_json().encode())
        finally:
            # the bot stops, and what is half made is of no use to anybody
            if child.returncode is None:
                child.kill()
                await child.wait()
        if child.returncode:
            raise ExportFailed(child.returncode)
        return Written.model_validate_json(said)

    def _place(self, export: RecordsExport) -> Path:
        day = self._clock.now().date().isoformat()
        return self._database.parent / FOLDER / _NAMES[export.form].format(day)

    def _empty(self) -> None:
        shutil.rmtree(self._database.parent / FOLDER, ignore_errors=True)

    async def _end(self, export: RecordsExport, outcome: ExportEnd, figures: Mapping[str, int]) -> None:
        async with self._units.open(self._clock.now()) as uow:
            await end_export(export, outcome, figures, uow=uow)
        self._committed(uow)
