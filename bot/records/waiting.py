"""Which files, imports and exports wait for the loops beside the bot."""

from bot.storage.shelf import TableShelf
from bot.storage.tables import earlier_files, imports, records_exports
from bot.storage.unit_of_work import UnitsOfWork
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Import
from core.model.records_export import RecordsExport


async def files_in(state: FileState, units: UnitsOfWork) -> tuple[EarlierFile, ...]:
    """The files of that state, oldest first."""
    async with units.database.reading() as connection:
        return await TableShelf(connection, earlier_files, EarlierFile).where(state=state)


async def imports_to_undo(units: UnitsOfWork) -> tuple[Import, ...]:
    """Imports that somebody in chat wants taken back."""
    async with units.database.reading() as connection:
        there = await TableShelf(connection, imports, Import).where(undone_at=None)
        return tuple(one for one in there if one.undo_by is not None)


async def exports_asked(units: UnitsOfWork) -> tuple[RecordsExport, ...]:
    """Exports that were asked for and have not ended."""
    async with units.database.reading() as connection:
        return await TableShelf(connection, records_exports, RecordsExport).where(ended_at=None)
